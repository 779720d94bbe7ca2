import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

/// A run of 10 pt on the page; `latin` is the advance of Latin letters and digits.
private func run(_ text: String, x: Double = 20, y: Double = 20, latin: Double = 5) -> TextRun {
    var left = x
    let glyphs = text.unicodeScalars.map { scalar in
        let width = scalar.value < 0x80 ? latin : 10
        left += width
        return Glyph(scalar: scalar, box: Rect(x0: left - width, y0: y, x1: left, y1: y + 10))
    }
    return TextRun(glyphs: glyphs, style: TextStyle(font: "", size: 10, color: .black))
}

private func show(hidden: Bool, x: Double = 20, y: Double = 20) -> TextShow {
    TextShow(
        origin: Point(x: x, y: y + 9), angle: QuarterTurn.none, angleDegrees: 0, isInvisible: hidden, isClipped: false,
        color: .black, size: 10)
}

@Suite struct TrustJudgeTests {
    private let judge = TrustJudge(settings: .init())
    private let scan = PlacedImage(box: Rect(x0: 0, y0: 0, x1: 600, y1: 800), pixelWidth: 1667, pixelHeight: 2222)

    private func page(_ runs: [TextRun], _ images: [PlacedImage] = []) -> PageContent {
        PageContent(number: 1, width: 600, height: 800, runs: runs, images: images)
    }

    @Test func aPageOfTextIsTakenAsItIs() {
        #expect(judge.trust(in: page([run("项目支出绩效自评表")]), shows: [show(hidden: false)]) == .embedded)
    }

    @Test func aBlankPageNeedsNoReading() {
        #expect(judge.trust(in: page([]), shows: []) == .embedded)
    }

    @Test func aPictureWithoutTextIsRead() {
        #expect(judge.trust(in: page([], [scan]), shows: []) == .picture)
    }

    @Test func aHiddenLayerIsCompared() {
        let rows = (0..<20).map { 20 + 30 * Double($0) }
        let page = page(rows.map { run("数量指标", y: $0) }, [scan])
        #expect(judge.trust(in: page, shows: rows.map { show(hidden: true, y: $0) }) == .layer)
    }

    /// A title under a picture that covers more than it says is no layer of that picture.
    @Test func aTitleUnderAPictureIsNoLayer() {
        let map = PlacedImage(box: Rect(x0: 60, y0: 10, x1: 540, y1: 700), pixelWidth: 659, pixelHeight: 1066)
        let trust = judge.trust(in: page([run("MAP OF FINLAND")], [map]), shows: [show(hidden: true)])
        #expect(trust == .embeddedBesidePictures)
    }

    /// A page number typed over a scan is no reason to leave the scan unread.
    @Test func wordsTypedOverAScanDoNotHideIt() {
        let trust = judge.trust(in: page([run("第12页", x: 280, y: 760)], [scan]), shows: [show(hidden: false)])
        #expect(trust == .embeddedBesidePictures)
    }

    @Test func textInPrivateUseMeansNothing() {
        let runs = [run("\u{E000}\u{E001}\u{E002}\u{E003}"), run("2024", y: 60)]
        #expect(judge.trust(in: page(runs), shows: [show(hidden: false)]) == .picture)
        // A bullet of a symbol font is no reason to doubt the rest.
        #expect(judge.trust(in: page([run("\u{F0B7}数量指标、质量指标")]), shows: [show(hidden: false)]) == .embedded)
    }

    /// Glyphs that the font gives no character for are read by the picture, but for one or two of a whole page.
    @Test func glyphsWithoutACharacterAreReadByThePicture() {
        var lost = show(hidden: false)
        lost.unmapped = 2
        #expect(judge.trust(in: page([run("数量指标、质量指标")]), shows: [lost]) == .picture)
        let many = page((0..<20).map { run("数量指标、质量指标", y: 20 + 30 * Double($0)) })
        #expect(judge.trust(in: many, shows: [lost]) == .embedded)
    }

    /// Codes that no map explains come out as Latin letters with the room of ideographs.
    @Test func lettersAsWideAsIdeographsMeanNothing() {
        #expect(judge.trust(in: page([run("4XbnTq", latin: 10)]), shows: [show(hidden: false)]) == .picture)
        #expect(judge.trust(in: page([run("4XbnTq")]), shows: [show(hidden: false)]) == .embedded)
    }

    @Test func aPictureBesideTextIsReadToo() {
        let table = PlacedImage(
            box: Rect(x0: 50, y0: 300, x1: 550, y1: 700), pixelWidth: 1000, pixelHeight: 800)
        let page = page([run("附件：绩效目标表")], [table])
        #expect(judge.trust(in: page, shows: [show(hidden: false)]) == .embeddedBesidePictures)
        #expect(judge.unreadPictures(in: page) == [table.box])
    }
}

/// Pictures on a page with text of its own.
@Suite struct DocumentJudgeTests {
    private struct Color {
        var red: UInt8
        var green: UInt8
        var blue: UInt8

        static let white = Color(red: 255, green: 255, blue: 255)
    }

    /// - Parameter tint: Where a pixel of the canvas is paper, by its place.
    private func isDocument(_ canvas: Canvas, tint: (Int, Int) -> Color) -> Bool {
        var pixels: [UInt8] = []
        for y in 0..<canvas.height {
            for x in 0..<canvas.width {
                let level = canvas.pixels[y * canvas.width + x]
                let color = level == 255 ? tint(x, y) : Color(red: level, green: level, blue: level)
                pixels += [color.blue, color.green, color.red, 255]
            }
        }
        let colors = ColorImage(width: canvas.width, height: canvas.height, pixels: pixels)
        let settings = OCRSettings()
        let light = colors.levelled(pointsPerPixel: Canvas.pointsPerPixel, settings: settings)
        let picture = PagePicture(
            levelled: light, turn: .none, pointsPerPixel: Canvas.pointsPerPixel, settings: settings)
        return DocumentJudge(settings: settings.documents).isDocument(picture, colors: colors)
    }

    /// Seven rows of three cells.
    private var table: Canvas {
        var canvas = Canvas(width: 800, height: 500)
        for row in 0...7 { canvas.fill(60..<741, (60 + 50 * row)..<(62 + 50 * row)) }
        for column in 0...3 { canvas.fill((60 + 226 * column)..<(62 + 226 * column), 60..<412) }
        for row in 0..<7 {
            for column in 0..<3 { canvas.print(count: 6, x: 80 + 226 * column, y: 78 + 50 * row) }
        }
        return canvas
    }

    @Test func aTableIsADocument() { #expect(isDocument(table) { _, _ in .white }) }

    @Test func aTableOnYellowedPaperIsADocument() {
        #expect(isDocument(table) { _, _ in Color(red: 250, green: 240, blue: 205) })
    }

    @Test func everySecondRowMayBeShaded() {
        #expect(isDocument(table) { _, y in y / 50 % 2 == 0 ? .white : Color(red: 228, green: 236, blue: 246) })
    }

    @Test func barsMakeAChart() {
        var chart = Canvas(width: 800, height: 500)
        chart.fill(60..<740, 420..<422)
        for bar in 0..<8 {
            chart.fill((80 + 80 * bar)..<(120 + 80 * bar), (120 + 30 * bar)..<420)
            chart.print(count: 4, x: 70 + 80 * bar, y: 440, side: 10, pitch: 14)
        }
        #expect(!isDocument(chart) { _, _ in .white })
    }

    @Test func dotsMakeAChart() {
        var chart = Canvas(width: 800, height: 500)
        for dot in 0..<150 { chart.print(count: 1, x: 70 + dot * 37 % 660, y: 60 + dot * 61 % 340, side: 9) }
        chart.print(count: 12, x: 200, y: 440)
        #expect(!isDocument(chart) { _, _ in .white })
    }

    /// Names on land and sea.
    @Test func coloursMakeAMap() {
        var map = Canvas(width: 800, height: 500)
        for place in 0..<12 { map.print(count: 6, x: 60 + place * 211 % 600, y: 40 + 35 * place) }
        let isDocument = isDocument(map) { x, _ in
            if x < 300 { return Color(red: 0, green: 255, blue: 255) }
            return x < 550 ? Color(red: 255, green: 255, blue: 120) : .white
        }
        #expect(!isDocument)
    }
}

@Suite struct LayerJudgeTests {
    private let judge = LayerJudge(settings: .init())

    private func place(_ layer: String, _ read: String, _ confidence: Double = 0.95) -> LayerJudge.Place {
        .init(layer: layer, read: read, confidence: confidence)
    }

    @Test func aLayerThatSaysWhatThePictureShowsIsGood() {
        let pairs = [("数量指标", "数量指标"), ("≥95％", "95%"), ("（2024年度）", "(2024年度)"), ("完成率", "完成率")]
        #expect(judge.isGood(pairs.map { place($0.0, $0.1) }))
    }

    @Test func aLayerOfOtherWordsIsNot() {
        let words = ["数量指标", "质量指标", "时效指标", "成本指标"]
        #expect(!judge.isGood(zip(words, words.reversed()).map { place($0, $1) }))
        #expect(!judge.isGood(words.map { place("ÊýÁ¿Ö¸±ê", $0) }))
    }

    @Test func aLayerHalfOfWhichIsWrongIsNot() {
        let right = (0..<10).map { _ in place("满意度指标", "满意度指标") }
        let wrong = (0..<10).map { _ in place("淌慧度栺檦", "满意度指标") }
        #expect(!judge.isGood(right + wrong))
    }

    @Test func doubtfulReadingsSayNothing() {
        let right = (0..<10).map { _ in place("满意度指标", "满意度指标") }
        let misread = (0..<4).map { _ in place("成本指标", "咸木指栎", 0.3) }
        #expect(judge.isGood(right + misread))
        #expect(!judge.isGood(right + (0..<4).map { _ in place("成本指标", "咸木指栎") }))
        #expect(!judge.isGood(right + (0..<4).map { _ in place("成本指标", "", 0) }), "nothing is printed there")
    }

    @Test func aPictureThatReadsBadlyAllOverIsComparedNevertheless() {
        #expect(!judge.isGood((0..<10).map { _ in place("淌慧度栺檦", "满意度指标", 0.4) }))
    }

    @Test func theSampleIsSpreadOverThePage() {
        let runs = (0..<200).map { run("数量指标", y: Double($0)) }
        let sample = judge.sample(of: runs)
        #expect(sample.count == 24)
        #expect(sample.contains { $0 < 20 } && sample.contains { $0 > 180 })
    }
}
