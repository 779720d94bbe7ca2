import PageModel
import TableRecon
import Testing

@Suite struct LineComponentsTests {
    @Test func linesThatMissEachOtherByAHair() {
        let page = PageDrawing().text(["A     1", "B     2", "C     3"])
            .rule(0, from: -0.8, to: 7.8).rule(1, from: -0.8, to: 7.8).rule(2, from: -0.8, to: 7.8).rule(
                3, from: -0.8, to: 7.8
            )
            .bar(-1, from: 0, to: 3).bar(4, from: 0.1, to: 2.9).bar(8, from: 0, to: 3)
        #expect(page.grids == [["A|1", "B|2", "C|3"]])
    }
}
