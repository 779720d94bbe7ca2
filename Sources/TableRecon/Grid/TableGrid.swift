internal import PageModel

/// A table's structure before its text: what lattice and stream hand to the common assembly.
struct TableGrid {
    /// The borders of the columns and rows, ascending.
    var xs: [Double]
    var ys: [Double]
    var method: TableMethod
    /// In row, then column order; they cover the grid exactly once.
    var cells: [GridCell]
    /// For each cell, the fragments that stand in it.
    var fragments: [[TextFragment]]

    var rows: Int { ys.count - 1 }
    var columns: Int { xs.count - 1 }
    var box: Rect { Rect(x0: xs[0], y0: ys[0], x1: xs[columns], y1: ys[rows]) }
}

/// A cell's place and box.
struct GridCell: Hashable {
    var rows: Range<Int>
    var columns: Range<Int>
    var box: Rect
}

extension TableGrid {
    /// Fills the cells with their text.
    func table(page: Int, text: CellText) -> Table {
        let confidence = TableConfidence(self, settings: text.settings)
        var source = TextSource.embedded
        let filled = zip(zip(cells, fragments), confidence.cells).map { part, sure -> TableCell in
            let (cell, fragments) = part
            let content = text.content(of: fragments, in: cell.box)
            if fragments.contains(where: { $0.source == .ocr }) { source = .ocr }
            return TableCell(
                row: cell.rows.lowerBound, column: cell.columns.lowerBound, rowSpan: cell.rows.count,
                columnSpan: cell.columns.count, box: cell.box, lines: content.lines, text: content.text,
                confidence: min(content.confidence, sure), repairs: content.repairs,
                asRead: content.asRead)
        }
        return Table(
            page: page, box: box, rows: rows, columns: columns,
            headerRows: countedHeaderRows(settings: text.settings), method: method, textSource: source,
            cells: filled.sorted { ($0.row, $0.column) < ($1.row, $1.column) }, confidence: confidence.table)
    }
}
