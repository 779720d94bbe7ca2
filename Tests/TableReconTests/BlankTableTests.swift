import PageModel
import TableRecon
import Testing

@Suite struct BlankTableTests {
    private let blank = PageDrawing().grid(columns: [-1, 10, 20, 30], lines: [0, 2, 4, 6])

    @Test func aTableThatNobodyFilledIn() {
        #expect(blank.tables.map { [$0.rows, $0.columns] } == [[3, 3]])
        #expect(blank.tables.first?.cells.allSatisfy { $0.text.isEmpty } == true)
    }

    @Test func theGridOfAChartHasAnAxis() {
        let page = PageDrawing().text(["10", "", "8", "", "6"], line: -0.5)
            .grid(columns: [4, 14, 24, 34], lines: [0, 2, 4, 6])
        #expect(page.tables.isEmpty)
    }

    @Test func aGridOnAPictureIsPartOfIt() {
        var page = blank
        page.page.images = [PlacedImage(box: Rect(x0: 40, y0: 90, x1: 210, y1: 180), pixelWidth: 300, pixelHeight: 200)]
        #expect(page.tables.isEmpty)
    }

    @Test func rowsTooLowForText() {
        #expect(PageDrawing().grid(columns: [-1, 10, 20], lines: [0, 0.5, 1]).tables.isEmpty)
    }
}
