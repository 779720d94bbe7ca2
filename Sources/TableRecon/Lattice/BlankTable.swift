internal import PageModel

/// Tells a table that nobody filled in from the grid of a chart and from frames.
struct BlankTable {
    let page: PageContent
    let settings: TableSettings

    /// Whether a lattice without any text is a table: its cells have room for text, no picture or shape lies on it, and
    /// no axis stands beside it.
    func matches(_ grid: LatticeGrid) -> Bool {
        grid.rows >= 2 && grid.columns >= 2 && grid.slots.count >= settings.lattice.fewestBlanks
            && zip(grid.ys, grid.ys.dropFirst()).allSatisfy { $1 - $0 >= settings.lattice.blankHeight }
            && zip(grid.xs, grid.xs.dropFirst()).allSatisfy { $1 - $0 >= settings.lattice.blankWidth }
            && page.curveCount == 0 && !grid.box.lies(over: page.images.map(\.box)) && !hasAxis(grid)
    }

    /// Whether figures stand beside the grid at the height of its lines, or below it in line with them.
    private func hasAxis(_ grid: LatticeGrid) -> Bool {
        let reach = settings.lattice.axisReach
        let box = grid.box
        let figures = page.runs.filter { TextKind($0.glyphs.map(\.scalar)) == .number }.map(\.box)
        let beside = figures.filter { figure in
            (figure.x1 <= box.x0 && figure.x1 > box.x0 - reach || figure.x0 >= box.x1 && figure.x0 < box.x1 + reach)
                && grid.ys.contains { abs($0 - figure.midY) <= settings.rulings.snapTolerance }
        }
        let below = figures.filter { figure in
            figure.y0 >= box.y1 && figure.y0 < box.y1 + reach
                && grid.xs.contains { abs($0 - figure.midX) <= settings.rulings.snapTolerance }
        }
        return beside.count >= 2 || below.count >= 2
    }
}
