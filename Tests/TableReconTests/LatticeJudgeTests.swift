import PageModel
import TableRecon
import Testing

@Suite struct LatticeJudgeTests {
    @Test func aFrameRoundText() {
        let page = PageDrawing().text(prose(6)).grid(columns: [-1, 101], lines: [-0.5, 7])
        #expect(page.grids == [])
        #expect(TableFinder().layout(of: page.page).lines.count == 6)
    }

    @Test func aBorderOfThePage() {
        var page = PageDrawing().text(prose(20))
        for (axis, position, end) in [
            (Axis.horizontal, 20.0, 592.0), (.horizontal, 772, 592), (.vertical, 20, 772), (.vertical, 592, 772),
        ] {
            page.page.rulings.append(
                RulingLine(axis: axis, position: position, start: 20, end: end, thickness: 1, origin: .stroke))
        }
        #expect(page.grids == [])
    }

    @Test func aTableInsideABorderOfThePage() {
        var page = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3])
        for (axis, position, end) in [
            (Axis.horizontal, 20.0, 592.0), (.horizontal, 772, 592), (.vertical, 20, 772), (.vertical, 592, 772),
        ] {
            page.page.rulings.append(
                RulingLine(axis: axis, position: position, start: 20, end: end, thickness: 1, origin: .stroke))
        }
        #expect(page.grids == [["A|1", "B|2", "C|3"]])
    }

    @Test func theGridOfAChart() {
        var page = PageDrawing().text(["", "    30.5         49.0     20.4", "", "", "  29.7        48.6      21.7"])
        page = page.grid(columns: [0, 8, 16, 24, 32, 40], lines: [0, 0.6, 1, 1.8, 2.4, 3, 3.6, 4, 4.8, 5.4])
        #expect(page.grids == [])
    }
}
