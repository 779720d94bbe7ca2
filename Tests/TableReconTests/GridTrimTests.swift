import PageModel
import Testing

@testable import TableRecon

@Suite struct GridTrimTests {
    /// Two columns with a strip of 2 points between them, three cells a row; `texts` says which cells have text.
    private func grid(texts: Set<Int>, rows: Int = 2) -> TableGrid {
        let xs = [0.0, 50, 52, 100]
        let ys = (0...rows).map { 20 * Double($0) }
        var cells: [GridCell] = []
        var fragments: [[TextFragment]] = []
        for row in 0..<rows {
            for column in 0..<3 {
                let box = Rect(x0: xs[column], y0: ys[row], x1: xs[column + 1], y1: ys[row + 1])
                let text = texts.contains(cells.count) ? [fragment("a", in: box)] : []
                cells.append(GridCell(rows: row..<(row + 1), columns: column..<(column + 1), box: box))
                fragments.append(text)
            }
        }
        return TableGrid(xs: xs, ys: ys, method: .lattice, cells: cells, fragments: fragments)
    }

    private func fragment(_ scalar: Unicode.Scalar, in box: Rect) -> TextFragment {
        let glyph = Glyph(scalar: scalar, box: Rect(x0: box.x0, y0: box.y0, x1: box.x0 + 5, y1: box.y0 + 10))
        return TextFragment(TextRun(glyphs: [glyph], style: TextStyle(font: "", size: 9, color: .black)))
    }

    @Test func aStripBetweenDoubledLinesGoes() {
        let trimmed = grid(texts: [0, 2, 3, 5]).trimmed(TableSettings())
        #expect(trimmed.columns == 2)
        #expect(trimmed.cells.map(\.columns) == [0..<1, 1..<2, 0..<1, 1..<2])
        #expect(trimmed.fragments.map(\.count) == [1, 1, 1, 1])
    }

    @Test func aStripWithTextStays() {
        #expect(grid(texts: [0, 1, 2]).trimmed(TableSettings()).columns == 3)
    }

    @Test func howThinAStripIsIsASetting() {
        var settings = TableSettings()
        settings.lattice.thinnestBlank = 1
        settings.lattice.narrowestColumn = 0
        #expect(grid(texts: [0, 2, 3, 5]).trimmed(settings).columns == 3)
    }
}
