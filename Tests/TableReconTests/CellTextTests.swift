import PageModel
import TableRecon
import Testing

@Suite struct CellTextTests {
    @Test func textReadingUpwardsStandsInItsCell() {
        let page = PageDrawing().text(["     Men    20", "     Women  30", "     Both   50"])
            .upwards("1991", column: 1, line: 2.4)
            .rule(0, from: -1, to: 15).rule(1, from: 4, to: 15).rule(2, from: 4, to: 15).rule(3, from: -1, to: 15)
            .bar(-1, from: 0, to: 3).bar(4, from: 0, to: 3).bar(11, from: 0, to: 3).bar(15, from: 0, to: 3)
        #expect(page.grids == [["1991{3x1}|Men|20", "^|Women|30", "^|Both|50"]])
    }
}
