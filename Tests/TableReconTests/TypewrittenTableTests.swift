import PageModel
import TableRecon
import Testing

/// Tables whose borders and leaders are typed characters.
@Suite struct TypewrittenTableTests {
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

    @Test func spacedLeadersAreNoWords() {
        let page = PageDrawing().text([
            "                                                1998     1999",
            "Fees . . . . . . . . . . . . . . . . . .      53,364   77,913",
            "Interest . . . . . . . . . . . . . . . .         782    6,554",
            "Personnel  . . . . . . . . . . . . . . .      40,877   83,532",
            "Rent . . . . . . . . . . . . . . . . . .      31,514   12,073",
        ])
        #expect(page.grids.first?.count == 5)
        #expect(page.tables.first?.columns == 3)
    }
}

@Suite struct SideBySideTests {
    private let rows = [
        "Commodity     2003    2004          Commodity     2003    2004",
        "Wheat        3,232   5,543          Coal         5,457   1,431",
        "Corn         3,358   7,917          Steel        6,495   7,598",
        "Cotton          41   7,865          Lumber       6,586   1,401",
    ]

    @Test func tablesUnderTitlesOfTheirOwnAreTwo() {
        let page = PageDrawing().text(["Imports by commodity                Exports by commodity"] + rows)
        #expect(
            page.grids == [
                ["Commodity|2003|2004", "Wheat|3,232|5,543", "Corn|3,358|7,917", "Cotton|41|7,865"],
                ["Commodity|2003|2004", "Coal|5,457|1,431", "Steel|6,495|7,598", "Lumber|6,586|1,401"],
            ])
    }

    @Test func columnGroupsUnderOneHeadAreOne() {
        let page = PageDrawing().text(rows).rule(0, from: 0, to: 62).rule(1, from: 0, to: 62).rule(4, from: 0, to: 62)
        #expect(page.tables.map(\.columns) == [6])
    }
}
