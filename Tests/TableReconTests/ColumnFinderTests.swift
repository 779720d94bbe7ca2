import PageModel
import TableRecon
import Testing

@Suite struct ColumnFinderTests {
    @Test func figuresAlignedRightMakeColumns() {
        let page = PageDrawing().text([
            "State           Workers   Percent",
            "Alabama          12,345       3.4",
            "Alaska              983      11.2",
            "United States   993,345     100.0",
        ])
        #expect(
            page.grids == [
                ["State|Workers|Percent", "Alabama|12,345|3.4", "Alaska|983|11.2", "United States|993,345|100.0"]
            ])
        #expect(page.tables.first?.method == .stream)
        #expect(page.tables.first?.headerRows == 1)
    }

    @Test func emptyCellsStayEmpty() {
        let page = PageDrawing().text([
            "Name        1994    1991    1987",
            "Austria       47                ",
            "Denmark       27     0.1        ",
            "France       200      66      16",
            "Greece                          ",
            "Spain        115              50",
        ])
        #expect(
            page.grids == [
                [
                    "Name|1994|1991|1987", "Austria|47||", "Denmark|27|0.1|", "France|200|66|16", "Greece|||",
                    "Spain|115||50",
                ]
            ])
    }

    @Test func centredColumnsMakeColumns() {
        let page = PageDrawing().text([
            "Country      ISCED 0-2     ISCED 3-4 ",
            "Denmark         17            49     ",
            "Finland         121            4     ",
            "Italy            4           1,139   ",
        ])
        #expect(page.grids.first?.last == "Italy|4|1,139")
        #expect(page.grids.first?.count == 4)
    }
}
