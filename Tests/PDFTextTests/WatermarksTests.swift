import PageModel
import Testing

@testable import PDFText

@Suite struct WatermarksTests {
    private func run(_ text: String, x: Double, y: Double, size: Double = 9, gray: UInt8 = 0) -> TextRun {
        let glyphs = text.unicodeScalars.enumerated().map { index, scalar in
            Glyph(
                scalar: scalar,
                box: Rect(x0: x + Double(index) * size, y0: y, x1: x + Double(index + 1) * size, y1: y + size))
        }
        return TextRun(
            glyphs: glyphs, style: TextStyle(font: "Hei", size: size, color: RGB(red: gray, green: gray, blue: gray)))
    }

    /// Text of a table whose columns meet at 100 points.
    private var table: [TextRun] {
        [run("一级指标名称", x: 20, y: 20), run("数量指标", x: 110, y: 20), run("产出指标", x: 20, y: 60)]
    }

    private let bars = "1 w 100 0 m 100 100 l S "

    private func decorations(_ runs: [TextRun], _ operators: String) -> [String] {
        let marks = Watermarks(graphics: drawn(operators), settings: .init())
        return marks.marked(table + runs).filter(\.isDecoration).map(\.text)
    }

    @Test func largePaleTextOverAColumnsBorderIsAWatermark() {
        #expect(decorations([run("仅供参考", x: 60, y: 40, size: 30, gray: 220)], bars) == ["仅供参考"])
    }

    @Test func largePaleTextInOneCellIsText() {
        #expect(decorations([run("标题", x: 20, y: 75, size: 20, gray: 180)], bars) == [])
    }

    @Test func largeDarkTextIsAWatermarkWhereItIsHuge() {
        #expect(decorations([run("样本", x: 60, y: 40, size: 30)], bars) == ["样本"])
        #expect(decorations([run("项目名称", x: 70, y: 40, size: 15)], bars) == [])
    }

    /// Its characters drawn apart are one text, though only one of them stands on a border.
    @Test func spacedWatermarksAreTakenWhole() {
        let marks = [("样", 10.0), ("稿", 85), ("本", 150)].map { run($0.0, x: $0.1, y: 40, size: 30, gray: 200) }
        #expect(decorations(marks, bars) == ["样", "稿", "本"])
    }

    @Test func turnedWatermarksAreMarked() {
        var mark = run("参", x: 80, y: 10, size: 40, gray: 220)
        mark.box = Rect(x0: 80, y0: 10, x1: 120, y1: 90)
        mark.rotation = .clockwise
        #expect(decorations([mark], bars) == ["参"])
    }

    private func red(_ text: String, x: Double, y: Double) -> TextRun {
        var run = run(text, x: x, y: y, size: 12)
        run.style.color = RGB(red: 255, green: 0, blue: 0)
        return run
    }

    /// A stamp lies on what stood there before; figures filled in in red stand in their cells.
    @Test func aStampOverTheTableIsNoText() {
        let stamp = [red("收文章", x: 30, y: 15), red("三月五日", x: 40, y: 30), red("第123号", x: 95, y: 45)]
        #expect(decorations(stamp, bars) == ["收文章", "三月五日", "第123号"])
        #expect(
            decorations([red("120", x: 110, y: 40), red("95%", x: 110, y: 58), red("8", x: 30, y: 80)], bars) == [])
    }

    /// Poppler's text does not tell that the ink is thin.
    @Test func translucentTextIsPale() {
        let resources = NamedObjects()
        resources.states = ["G": ExtendedState(fillAlpha: 0.2)]
        let graphics = drawn(bars + "/G gs BT /F 20 Tf 70 44 Td (x) Tj ET", resources: resources)
        let marks = Watermarks(graphics: graphics, settings: .init())
        let marked = marks.marked(table + [run("县财政局", x: 70, y: 40, size: 20)])
        #expect(marked.filter(\.isDecoration).map(\.text) == ["县财政局"])
    }

    /// Small, but again and again, and somewhere across the border.
    @Test func repeatedPaleTextIsAWatermark() {
        let tiles = [10.0, 95, 150].map { run("内部资料", x: $0, y: 45, gray: 200) }
        #expect(decorations(tiles, bars).count == 3)
        #expect(decorations([tiles[0], tiles[2]], bars) == [])
    }

    @Test func whiteTextOnADarkHeaderIsText() {
        let header = "0.2 g 0 40 200 30 re f 1 G 100 0 m 100 100 l S "
        #expect(decorations([run("绩效目标", x: 60, y: 40, size: 18, gray: 255)], header) == [])
    }
}
