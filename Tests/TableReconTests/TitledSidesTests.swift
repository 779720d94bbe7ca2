import PageModel
import TableRecon
import Testing

@Suite struct TitledSidesTests {
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
