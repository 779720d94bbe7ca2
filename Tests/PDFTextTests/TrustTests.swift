import PageModel
import Testing

@testable import PDFText

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

@Suite struct LayerJudgeTests {
    private let judge = LayerJudge(settings: .init())

    @Test func aLayerThatSaysWhatThePictureShowsIsGood() {
        let pairs = [("数量指标", "数量指标"), ("≥95％", "95%"), ("（2024年度）", "(2024年度)"), ("完成率", "完成率")]
        #expect(judge.isGood(pairs.map { (layer: $0.0, read: $0.1) }))
    }

    @Test func aLayerOfOtherWordsIsNot() {
        let words = ["数量指标", "质量指标", "时效指标", "成本指标"]
        #expect(!judge.isGood(zip(words, words.reversed()).map { (layer: $0, read: $1) }))
        #expect(!judge.isGood(words.map { (layer: "ÊýÁ¿Ö¸±ê", read: $0) }))
    }

    @Test func aLayerHalfOfWhichIsWrongIsNot() {
        let right = (0..<10).map { _ in (layer: "满意度指标", read: "满意度指标") }
        let wrong = (0..<10).map { _ in (layer: "淌慧度栺檦", read: "满意度指标") }
        #expect(!judge.isGood(right + wrong))
    }

    @Test func theSampleIsSpreadOverThePage() {
        let runs = (0..<200).map { run("数量指标", y: Double($0)) }
        let sample = judge.sample(of: runs)
        #expect(sample.count == 24)
        #expect(sample.contains { $0 < 20 } && sample.contains { $0 > 180 })
    }
}
