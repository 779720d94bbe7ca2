internal import PageModel

extension TableGrid {
    /// Drops the thin rows and columns that doubled or overshooting lines leave: no text stands in them alone.
    ///
    func trimmed(_ settings: TableSettings) -> TableGrid {
        let thinnest = settings.lattice.thinnestBlank
        let dropRows = thinBands(edges: ys, thinnest: thinnest, range: \.rows)
        let dropColumns = thinBands(edges: xs, thinnest: max(thinnest, narrowestColumn(settings)), range: \.columns)
        guard !dropRows.isEmpty || !dropColumns.isEmpty else { return self }
        let rowNumber = renumbered(count: rows, dropping: dropRows)
        let columnNumber = renumbered(count: columns, dropping: dropColumns)
        var result = self
        // A dropped band goes to the neighbour before it, so its far border stays.
        result.ys = ys.enumerated().filter { $0.offset == 0 || !dropRows.contains($0.offset - 1) }.map(\.element)
        result.xs = xs.enumerated().filter { $0.offset == 0 || !dropColumns.contains($0.offset - 1) }.map(\.element)
        result.cells = []
        result.fragments = []
        for (cell, content) in zip(cells, fragments) {
            let newRows = rowNumber[cell.rows.lowerBound]..<rowNumber[cell.rows.upperBound]
            let newColumns = columnNumber[cell.columns.lowerBound]..<columnNumber[cell.columns.upperBound]
            guard !newRows.isEmpty, !newColumns.isEmpty else {
                // Never lose text: a cell that would vanish with its text keeps the grid as it is.
                if !content.isEmpty { return self }
                continue
            }
            result.cells.append(GridCell(rows: newRows, columns: newColumns, box: cell.box))
            result.fragments.append(content)
        }
        return result
    }

    /// Thin rows (or columns) that no cell with text needs.
    private func thinBands(edges: [Double], thinnest: Double, range: KeyPath<GridCell, Range<Int>>) -> Set<Int> {
        var bands = Set((0..<(edges.count - 1)).filter { edges[$0 + 1] - edges[$0] < thinnest })
        guard !bands.isEmpty else { return bands }
        for (cell, content) in zip(cells, fragments) where !content.isEmpty {
            let span = cell[keyPath: range]
            if span.allSatisfy(bands.contains) { bands.subtract(span) }
        }
        return bands
    }

    /// For each old border the number of its new one.
    private func renumbered(count: Int, dropping: Set<Int>) -> [Int] {
        var result = [0]
        for index in 0..<count { result.append(result[index] + (dropping.contains(index) ? 0 : 1)) }
        return result
    }

    /// Columns narrower than the type is high cannot be meant for text: the space between two lines drawn as one border.
    private func narrowestColumn(_ settings: TableSettings) -> Double {
        let heights = fragments.flatMap { $0 }.filter { $0.rotation == .none }.map { $0.measure(settings.words) }
            .sorted()
        return heights.isEmpty ? 0 : settings.lattice.narrowestColumn * heights[heights.count / 2]
    }
}
