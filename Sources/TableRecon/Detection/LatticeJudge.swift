internal import PageModel

/// Tells lattices that are tables from frames and drawings.
struct LatticeJudge {
    let settings: TableSettings

    /// Nil for a table; `frame` for lines round text, which is read as if they were not there; `drawing` for a chart or a
    /// diagram, in which nothing is a table.
    func rejection(of grid: TableGrid) -> TableRejection? {
        let filled = zip(grid.cells, grid.fragments).filter { !$0.1.isEmpty }
        // Only what is a table without any text comes here without any.
        if filled.isEmpty { return nil }
        if filled.count < 2 || grid.columns == 1 { return .frame }
        // Two texts side by side with a line between them are a label and its text; one above the other are a frame.
        if filled.count == 2, !filled[0].0.rows.overlaps(filled[1].0.rows) { return .frame }
        let isDrawing =
            grid.cells.count >= settings.lattice.smallestDrawing
            && Double(filled.count) < settings.lattice.drawingFill * Double(grid.cells.count) && hasNoHead(grid)
        return isDrawing ? .drawing : nil
    }

    /// A chart's grid has no text in its first row, or rows too low for text.
    private func hasNoHead(_ grid: TableGrid) -> Bool {
        let heights = grid.fragments.flatMap { $0 }.filter { $0.rotation == .none }.map(\.em).sorted()
        guard !heights.isEmpty else { return true }
        let em = heights[heights.count / 2]
        var isBlank = [Bool](repeating: true, count: grid.rows)
        for (cell, fragments) in zip(grid.cells, grid.fragments) where !fragments.isEmpty {
            for row in cell.rows { isBlank[row] = false }
        }
        if isBlank[0] { return true }
        // Panels of small charts: names between stretches of empty rows.
        let groups = isBlank.indices.filter { !isBlank[$0] && $0 + 2 < grid.rows && isBlank[$0 + 1] && isBlank[$0 + 2] }
        if groups.count >= 2, isBlank.filter({ $0 }).count * 5 >= grid.rows * 3 { return true }
        let blank = isBlank.indices.filter { isBlank[$0] }
        let low = blank.filter { grid.ys[$0 + 1] - grid.ys[$0] < em }
        return !blank.isEmpty && low.count * 2 >= blank.count
    }
}
