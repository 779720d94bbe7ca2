import PageModel
import TableRecon
import Testing

@Suite struct TypedGridTests {
    @Test func barsAndCornersMakeCells() {
        let page = PageDrawing().text([
            "+--------------+-----+----------+",
            "| Item         | Qty |   Amount |",
            "+--------------+-----+----------+",
            "| Bolts        |  79 |    7,871 |",
            "| Wire rope    |  85 |    2,654 |",
            "| Paint, white |   3 |    1,783 |",
            "+--------------+-----+----------+",
        ])
        #expect(page.grids == [["Item|Qty|Amount", "Bolts|79|7,871", "Wire rope|85|2,654", "Paint, white|3|1,783"]])
        #expect(page.tables.first?.headerRows == 1)
    }

    @Test func colonsBelowEachOtherPartColumns() {
        let page = PageDrawing().text([
            "-----------------------------------------",
            "State       :   Planted :     Production",
            "-----------------------------------------",
            "Alabama     :       563 :          8,629",
            "Arizona     :       562 :          4,111",
            "Arkansas    :       289 :          8,794",
            "-----------------------------------------",
        ])
        #expect(
            page.grids == [
                ["State|Planted|Production", "Alabama|563|8,629", "Arizona|562|4,111", "Arkansas|289|8,794"]
            ])
    }

    @Test func colonsBehindLabelsAreText() {
        let page = PageDrawing().text(["Name: Smith", "Office: Portland", "Phone: 555-0100", "Hours: 9 to 5"])
        #expect(page.grids == [])
        #expect(TableFinder().layout(of: page.page).lines.map(\.text).contains("Office: Portland"))
    }
}
