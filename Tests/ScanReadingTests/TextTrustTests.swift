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

@Suite struct TextTrustTests {
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
