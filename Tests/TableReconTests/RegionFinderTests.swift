import PageModel
import TableRecon
import Testing

@Suite struct RegionFinderTests {
    @Test func titlesAndNotesStayOutside() {
        let page = PageDrawing().text([
            "Table 1. Workers by state in the year 2001",
            "",
            "State           Workers   Percent",
            "Alabama          12,345       3.4",
            "Alaska              983      11.2",
            "Arizona          54,321       0.4",
            "",
            "Note: Details may not add to totals because of rounding.",
        ])
        #expect(page.grids.map(\.count) == [4])
        let layout = TableFinder().layout(of: page.page)
        #expect(layout.lines.map(\.text).contains { $0.hasPrefix("Note: Details") })
        #expect(layout.lines.map(\.text).contains { $0.hasPrefix("Table 1.") })
    }

    @Test func twoTablesBelowEachOtherStayApart() {
        let table = [
            "Country   Sales   Share", "France      120     12%", "Germany     300     30%", "Spain        90      9%",
        ]
        let page = PageDrawing().text(table).text(table, line: 9)
        #expect(page.grids.map(\.count) == [4, 4])
    }

    @Test func theLastLabelRunsOnBelowItsFigures() {
        let page = PageDrawing().text([
            "Item                     Total   Males", "Office rent                770    17.9",
            "Participants in adult     36.4     905", "education programmes", "Length of cycle paths      789     143",
            "Number of inspections       75      12", "carried out so far",
        ])
        #expect(
            page.grids == [
                [
                    "Item|Total|Males", "Office rent|770|17.9", "Participants in adult education programmes|36.4|905",
                    "Length of cycle paths|789|143", "Number of inspections carried out so far|75|12",
                ]
            ])
    }

    @Test func tablesSideBySideStayApart() {
        let page = PageDrawing().text([
            "Country   Sales        Product   Units",
            "France      120        Coffee       55",
            "Germany     300        Tea          45",
            "Spain        90        Milk         32",
        ]).rule(0, from: 0, to: 15).rule(0, from: 23, to: 38).rule(1, from: 0, to: 15).rule(1, from: 23, to: 38)
            .rule(4, from: 0, to: 15).rule(4, from: 23, to: 38)
        #expect(
            page.grids == [
                ["Country|Sales", "France|120", "Germany|300", "Spain|90"],
                ["Product|Units", "Coffee|55", "Tea|45", "Milk|32"],
            ])
    }

    @Test func rulesOfHeaderAndFootnotes() {
        let page = PageDrawing().text(["Presentation of findings"]).rule(1.2, from: 0, to: 100).text(prose(20), line: 2)
            .rule(23, from: 0, to: 30).text(
                ["1   See the report of the committee, page 12.", "2   Idem, page 15."], line: 23.5)
        #expect(page.grids == [])
    }
}
