internal import PageModel

/// Finds tables from ruling lines.
struct LatticeFinder {
    let settings: TableSettings

    /// - Parameters:
    ///   - page: Upright content.
    /// - Returns: The tables, and the runs' parts that stand in none of them.
    func find(in page: PageContent) -> (tables: [TableGrid], rest: [TextFragment]) {
        let lines = page.rulings.filter { $0.origin != .fillEdge }
        let body = page.runs.filter { !$0.isDecoration }
        guard !lines.isEmpty, lines.count <= settings.largestLineCount else {
            return ([], body.map { TextFragment($0) })
        }
        let grids = components(of: lines, tolerance: settings.joinTolerance)
            .compactMap { LatticeGrid($0, settings: settings) }
            .filter { $0.slots.count > 1 }
            .sorted { $0.box.area < $1.box.area }
        var fragments = grids.map { [[TextFragment]](repeating: [], count: $0.slots.count) }
        var rest: [TextFragment] = []
        for run in body {
            place(run, in: grids) { fragment, place in
                if let place {
                    fragments[place.grid][place.slot].append(fragment)
                } else {
                    rest.append(fragment)
                }
            }
        }
        let tables = zip(grids, fragments).compactMap { grid, fragments -> TableGrid? in
            guard fragments.contains(where: { !$0.isEmpty }) else { return nil }
            return TableGrid(
                xs: grid.xs, ys: grid.ys, method: .lattice,
                cells: grid.slots.map { GridCell(rows: $0.rows, columns: $0.columns, box: grid.box(of: $0)) },
                fragments: fragments)
        }
        return (tables, rest)
    }

    private struct Place: Hashable {
        var grid: Int
        var slot: Int
    }

    /// Hands out the run whole, or cut where it crosses from one cell into another.
    ///
    /// - Parameter grids: The smallest first: of nested boxes the inner one takes the text.
    private func place(_ run: TextRun, in grids: [LatticeGrid], to take: (TextFragment, Place?) -> Void) {
        var start = 0
        var current: Place?
        for (index, glyph) in run.glyphs.enumerated() where glyph.scalar != " " {
            let center = glyph.box.center
            var here: Place?
            for (number, grid) in grids.enumerated() {
                if let slot = grid.slot(at: center) {
                    here = Place(grid: number, slot: slot)
                    break
                }
            }
            if index > 0, here != current {
                if let fragment = TextFragment(run, range: start..<index) { take(fragment, current) }
                start = index
            }
            current = here
        }
        if let fragment = TextFragment(run, range: start..<run.glyphs.count) { take(fragment, current) }
    }
}
