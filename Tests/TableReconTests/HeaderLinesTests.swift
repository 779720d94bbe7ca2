import PageModel
import TableRecon
import Testing

@Suite struct HeaderLinesTests {
    @Test func groupLabelsAreRows() {
        let page = PageDrawing().text([
            "Total               100    100.0",
            "Under 18 years                  ",
            "  In school          20     20.0",
            "  Working            30     30.0",
            "18 years and over               ",
            "  In school          50     50.0",
        ])
        #expect(
            page.grids.first == [
                "Total|100|100.0", "Under 18 years||", "In school|20|20.0", "Working|30|30.0",
                "18 years and over||", "In school|50|50.0",
            ])
    }

    @Test func headOfThreeLinesIsOneCellEach() {
        let page = PageDrawing().text([
            "             Number of   Percent",
            "                retail        of",
            "Country        outlets     total",
            "Germany         73,600      21.3",
            "France          34,800      12.0",
            "Spain           79,000      33.9",
        ])
        #expect(
            page.grids.first?.first == "Country|Number of retail outlets|Percent of total"
                || page.grids.first?.prefix(1) == ["Country|Number of retail outlets|Percent of total"])
        #expect(page.tables.first?.headerRows == 1)
    }
}
