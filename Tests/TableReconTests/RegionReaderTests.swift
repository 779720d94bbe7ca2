import PageModel
import TableRecon
import Testing

@Suite struct RegionReaderTests {
    /// What lines of both axes hold together goes before what stands between rules.
    @Test func aTableOverALatticeIsLeftOut() {
        let page = PageDrawing().text(["Model     Score", "Alpha        81", "Beta         79"])
            .grid(columns: [-1, 8, 16], lines: [0, 1, 2, 3])
        #expect(page.tables.map(\.method) == [.lattice])
    }

    @Test func rowsOfAListAreNoTable() {
        let page = PageDrawing().text([
            "1.    First thing to do here", "2.    Second thing to do here", "3.    Third thing to do",
            "4.    Fourth thing to do here",
        ])
        #expect(page.tables.isEmpty)
    }
}
