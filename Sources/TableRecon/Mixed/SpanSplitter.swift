internal import PageModel

/// Divides cells that lines leave open across several columns, but whose text keeps to the columns.
struct SpanSplitter {
    let settings: TableSettings

    /// The grid with such cells divided, nil when there are not at least two of them.
    func split(_ grid: TableGrid) -> TableGrid? {
        var parts: [Int: [[TextFragment]]] = [:]
        for (index, cell) in grid.cells.enumerated() where cell.columns.count > 1 && cell.rows.count == 1 {
            if let chunks = columns(of: grid.fragments[index], cell: cell, xs: grid.xs) { parts[index] = chunks }
        }
        guard parts.count >= 2 else { return nil }
        var result = grid
        result.cells = []
        result.fragments = []
        result.method = .mixed
        for (index, cell) in grid.cells.enumerated() {
            guard let chunks = parts[index] else {
                result.cells.append(cell)
                result.fragments.append(grid.fragments[index])
                continue
            }
            for (column, fragments) in zip(cell.columns, chunks) {
                let box = Rect(x0: grid.xs[column], y0: cell.box.y0, x1: grid.xs[column + 1], y1: cell.box.y1)
                result.cells.append(GridCell(rows: cell.rows, columns: column..<(column + 1), box: box))
                result.fragments.append(fragments)
            }
        }
        return result
    }

    /// The cell's text column by column; nil when it is one text or does not keep to the columns.
    private func columns(of fragments: [TextFragment], cell: GridCell, xs: [Double]) -> [[TextFragment]]? {
        let source = WordSource(fragments: fragments)
        let words = source.words(settings: settings)
        let lines = ChunkBuilder(source: source, settings: settings).lines(of: words)
        guard !fragments.contains(where: { $0.rotation != .none }),
            lines.contains(where: { $0.chunks.count > 1 })
        else { return nil }
        var parts = [[Word]](repeating: [], count: cell.columns.count)
        for chunk in lines.flatMap(\.chunks) {
            let column = max(xs.firstIndex(atLeast: chunk.box.midX) - 1, cell.columns.lowerBound)
            guard column < cell.columns.upperBound,
                chunk.box.x0 >= xs[column] - settings.refining.columnOverhang * chunk.em,
                chunk.box.x1 <= xs[column + 1] + settings.refining.columnOverhang * chunk.em
            else { return nil }
            parts[column - cell.columns.lowerBound] += chunk.words
        }
        guard parts.filter({ !$0.isEmpty }).count > 1 else { return nil }
        return parts.map { source.fragments(of: $0) }
    }
}
