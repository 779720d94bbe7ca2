import PageModel
import Testing

@testable import PDFText

/// Watermarks in full ink, told by the next page.
@Suite struct RepeatedWatermarksTests {
    private func run(_ text: String, x: Double, y: Double, size: Double = 9) -> TextRun {
        let glyphs = text.unicodeScalars.enumerated().map { index, scalar in
            Glyph(
                scalar: scalar,
                box: Rect(x0: x + Double(index) * size, y0: y, x1: x + Double(index + 1) * size, y1: y + size))
        }
        return TextRun(glyphs: glyphs, style: TextStyle(font: "Hei", size: size, color: .black))
    }

    private let table = ["培训基层文化骨干人次", "送戏下乡演出场次"]

    /// Texts of the first page that the second one tells to be watermarks; a border stands at 100 points.
    private func watermarks(
        _ first: [TextRun], _ second: [TextRun], rules: String = "1 w 100 0 m 100 100 l S "
    ) -> [String] {
        let watermarks = RepeatedWatermarks(settings: .init())
        let pages = [first, second].map { own in
            watermarks.page(
                table.enumerated().map { run($1, x: 20, y: 20 + 30 * Double($0)) } + own,
                drawn(rules))
        }
        return watermarks.marked(pages[0], besides: pages[1]).filter(\.isDecoration).map(\.text)
    }

    private var mark: TextRun { run("内部资料", x: 60, y: 18, size: 14) }

    @Test func largeTextOverOthersOnBothPagesIsAWatermark() {
        #expect(watermarks([mark], [mark]) == ["内部资料"])
    }

    @Test func whatStandsOnOnePageAloneIsText() {
        #expect(watermarks([mark], []) == [])
        #expect(watermarks([mark], [run("内部资料", x: 66, y: 18, size: 14)]) == [])
        #expect(watermarks([mark], [run("内部文件", x: 60, y: 18, size: 14)]) == [])
    }

    /// Long words of a header that is repeated run over the border of their cell.
    @Test func textAcrossRulesAloneIsText() {
        let header = run("三级指标名称", x: 60, y: 70, size: 12)
        #expect(watermarks([header], [header]) == [])
    }

    /// A title on every page whose box reaches into the line below.
    @Test func aTitleOverALineIsText() {
        let title = run("项目支出绩效目标", x: 20, y: 4, size: 20)
        #expect(watermarks([title], [title]) == [])
    }

    /// Between two lines of the table.
    @Test func textAlongARuleOnBothPagesIsAWatermark() {
        let text = run("内部资料", x: 60, y: 68, size: 14)
        #expect(watermarks([text], [text], rules: "1 w 0 25 m 200 25 l S ") == ["内部资料"])
        #expect(watermarks([text], [text], rules: "1 w 0 32 m 200 32 l S ") == [])
    }

    @Test func textOfTheCommonSizeIsText() {
        let text = run("内部资料", x: 60, y: 22)
        #expect(watermarks([text], [text]) == [])
    }
}
