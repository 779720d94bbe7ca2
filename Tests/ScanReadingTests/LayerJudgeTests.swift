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

    // MARK: Figures

    @Test func figuresThatThePictureShowsOtherwiseAreWrong() {
        let places = [place("≥100人次", "≥1000人次", 0.99), place("≥35%", "≥95%", 0.99), place("20", "20", 0.99)]
        #expect(judge.wrongFigures(places) == [0, 1])
        #expect(judge.isWrong(2, of: 16))
        #expect(!judge.isWrong(1, of: 16), "one in doubt speaks not against the others")
        #expect(!judge.isWrong(2, of: 60))
    }

    @Test func doubtfulOrCutReadingsSpeakNotAgainstAFigure() {
        #expect(judge.wrongFigures([place("≥95%", "≥35%", 0.8)]) == [])
        #expect(judge.wrongFigures([place("1286.50", "286.5", 0.99), place("12", "", 0.99)]) == [])
        #expect(judge.wrongFigures([place("９５％", "95%", 0.99)]) == [])
    }

    @Test func runsWithFiguresAreCompared() {
        let runs = [run("数量指标"), run("≥95%"), run("5"), run("完成2024年全部任务的百分之九十五以上并且按期验收合格无误无遗漏")]
        #expect(judge.figures(of: runs) == [1])
        #expect(judge.figures(of: (0..<200).map { run("\($0 + 100)") }).count == 64)
    }
}
