import PageModel
import TableRecon
import Testing

@Suite struct RowSpacingTests {
    @Test func cellsOfSeveralLinesInRowsStandingApart() {
        let page = PageDrawing(pitch: 4).text(["Agency       Finding             Action   "], line: 0)
            .text(["Labor        No records of       Revise   "], line: 5).text(
                ["             the review          rules    "], line: 7.7
            )
            .text(["Justice      Cards were lost     None     "], line: 12.7)
            .text(["Commerce     Controls were not   Test the "], line: 17.7).text(
                ["             effective           controls "], line: 20.4)
        #expect(
            page.grids.first == [
                "Agency|Finding|Action", "Labor|No records of the review|Revise rules",
                "Justice|Cards were lost|None", "Commerce|Controls were not effective|Test the controls",
            ])
    }

    /// Rows of one line between rows of several are no labels set in the middle of two rows.
    @Test func shortRowsBetweenLongOnesStayRows() {
        let page = PageDrawing()
            .text(["Item                     Total   Males"])
            .text(["Grants to local           73.6      89", "authorities for road", "maintenance"], line: 1.5)
            .text(["Office rent                770    17.9"], line: 4.8)
            .text(["Purchase of vehicles       253       1"], line: 6.1)
            .text(["Participants in adult     36.4     905", "education programmes"], line: 7.4)
            .text(["Length of cycle paths      789     143"], line: 9.7)
        #expect(
            page.grids == [
                [
                    "Item|Total|Males", "Grants to local authorities for road maintenance|73.6|89",
                    "Office rent|770|17.9", "Purchase of vehicles|253|1",
                    "Participants in adult education programmes|36.4|905", "Length of cycle paths|789|143",
                ]
            ])
    }
}
