internal import TableRecon

extension Table {
    /// The texts of the grid, row by row; a merged cell's text stands once, at its top left.
    var textRows: [[String]] {
        var rows = [[String]](repeating: [String](repeating: "", count: columns), count: self.rows)
        for cell in cells where rows.indices.contains(cell.row) && rows[cell.row].indices.contains(cell.column) {
            rows[cell.row][cell.column] = cell.text
        }
        return rows
    }

    /// The header rows that no cell of the body reaches into: a merged cell must stand wholly in one part.
    var wholeHeaderRows: Int {
        var end = min(headerRows, rows)
        for cell in cells.reversed() where cell.row < end && cell.row + cell.rowSpan > end { end = cell.row }
        return end
    }

    /// The cells that begin in each row, left to right.
    var cellRows: [[TableCell]] {
        var rows = [[TableCell]](repeating: [], count: self.rows)
        for cell in cells where rows.indices.contains(cell.row) { rows[cell.row].append(cell) }
        return rows
    }
}
