import PageModel
import TableRecon
import Testing

@Suite struct TableConfidenceTests {
    @Test func ruledTablesAreSurerThanAlignedOnes() throws {
        let text = [
            "State           Workers   Percent", "Alabama          12,345       3.4",
            "Alaska              983      11.2",
        ]
        let aligned = try #require(PageDrawing().text(text).tables.first)
        let ruled = try #require(
            PageDrawing().text(text).grid(columns: [-1, 15, 25, 34], lines: [0, 1, 2, 3]).tables.first)
        #expect(ruled.confidence > aligned.confidence)
        #expect(aligned.confidence > 0.5 && aligned.confidence <= 0.8)
    }

    @Test func aTextThatReachesOutOfItsCellIsLessSure() throws {
        let page = PageDrawing().text(["A      1", "Overlong 2", "C      3"]).grid(
            columns: [-1, 6, 11], lines: [0, 1, 2, 3])
        let table = try #require(page.tables.first)
        #expect(table.confidence <= 1)
        #expect(table.cells.allSatisfy { $0.confidence <= table.confidence })
    }
}
