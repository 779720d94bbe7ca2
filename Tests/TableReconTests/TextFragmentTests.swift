import PageModel
import Testing

@testable import TableRecon

/// What was read of a text before it was repaired, in the cells that the text falls into.
@Suite struct TextFragmentTests {
    private func page(_ text: String, _ misreading: Misreading, turn: QuarterTurn = .none) -> PageContent {
        var page = PageDrawing().text([text, "B     2", "C     3"]).grid(
            columns: [-1, 4, 12], lines: [0, 1, 2, 3]
        ).page
        page.runs[0].misreading = misreading
        return page
    }

    private func readings(_ page: PageContent) -> [String?] {
        TableFinder().layout(of: page).tables.flatMap(\.cells).map(\.asRead)
    }

    @Test func theCellTellsWhatWasRead() {
        var page = PageDrawing().text(["A     30,000", "B     2", "C     3"]).grid(
            columns: [-1, 4, 14], lines: [0, 1, 2, 3]
        ).page
        page.runs[1].misreading = Misreading(glyphs: 2..<3, text: ".")
        #expect(readings(page) == [nil, "30.000", nil, nil, nil, nil])
    }

    @Test func somethingLeftOutComesBack() {
        var page = PageDrawing().text(["A     90%", "B     2", "C     3"]).grid(
            columns: [-1, 4, 14], lines: [0, 1, 2, 3]
        ).page
        page.runs[1].misreading = Misreading(glyphs: 2..<2, text: "0")
        #expect(readings(page)[1] == "900%")
        page.runs[1].misreading = Misreading(glyphs: 3..<3, text: "o")
        #expect(readings(page)[1] == "90%o")
    }

    /// One run over two cells: the misreading belongs to the cell in which it lies.
    @Test func aRunIsCutWithItsMisreading() {
        let page = page("A b 1,000", Misreading(glyphs: 5..<6, text: "."))
        #expect(page.runs[0].text == "A b 1,000")
        let layout = TableFinder().layout(of: page)
        #expect(layout.tables.first?.cells.prefix(2).map(\.text) == ["A b", "1,000"])
        #expect(readings(page).prefix(2) == [nil, "1.000"])
    }

    @Test(arguments: [QuarterTurn.clockwise, .half, .counterclockwise])
    func aTurnedPageKeepsIt(_ turn: QuarterTurn) {
        let page = page("A b 1,000", Misreading(glyphs: 5..<6, text: ".")).turnedUpright(from: turn)
        #expect(readings(page).compactMap { $0 } == ["1.000"])
    }
}
