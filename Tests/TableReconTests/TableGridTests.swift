import PageModel
import Testing

@testable import TableRecon

@Suite struct TableGridTests {
    private func fragment(_ text: String, x: Double, confidence: Double = 1, source: TextSource = .embedded)
        -> TextFragment
    {
        let glyphs = text.unicodeScalars.enumerated().map { index, scalar in
            let left = x + 5 * Double(index)
            return Glyph(scalar: scalar, box: Rect(x0: left, y0: 2, x1: left + 5, y1: 12))
        }
        let style = TextStyle(font: "", size: 9, color: .black)
        return TextFragment(TextRun(glyphs: glyphs, style: style, source: source, confidence: confidence))
    }

    private func grid(_ fragments: [[TextFragment]]) -> TableGrid {
        let cells = [1, 0].map { column in
            GridCell(
                rows: 0..<1, columns: column..<(column + 1),
                box: Rect(x0: 50 * Double(column), y0: 0, x1: 50 * Double(column + 1), y1: 15))
        }
        return TableGrid(xs: [0, 50, 100], ys: [0, 15], method: .lattice, cells: cells, fragments: fragments)
    }

    @Test func cellsStandInReadingOrderAndAreAsSureAsTheirText() {
        let table = grid([[fragment("right", x: 52, confidence: 0.4)], [fragment("left", x: 2)]]).table(
            page: 3, text: CellText(settings: TableSettings()))
        #expect(table.cells.map(\.text) == ["left", "right"])
        #expect(table.page == 3)
        #expect(table.cells[1].confidence == 0.4)
        #expect(table.cells[0].confidence == table.confidence)
        #expect(table.textSource == .embedded)
    }

    @Test func oneTextFromAPictureMakesTheTableOne() {
        let table = grid([[fragment("right", x: 52, source: .ocr)], [fragment("left", x: 2)]]).table(
            page: 1, text: CellText(settings: TableSettings()))
        #expect(table.textSource == .ocr)
    }
}
