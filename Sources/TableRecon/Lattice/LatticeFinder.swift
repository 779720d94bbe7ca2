internal import PageModel

/// Finds tables from ruling lines.
struct LatticeFinder {
    let settings: TableSettings

    /// - Parameters:
    ///   - page: Upright content.
    /// - Returns: The tables, and the runs' parts that stand in none of them.
    func find(in page: PageContent, trace: inout TableTrace?) -> (tables: [TableGrid], rest: [TextFragment]) {
        let lines = page.rulings.filter { $0.origin != .fillEdge }
        let body = page.runs.filter { !$0.isDecoration }
        guard !lines.isEmpty, lines.count <= settings.rulings.largestCount else {
            if !lines.isEmpty {
                trace?.candidates.append(.init(page.bounds, method: .lattice, rejection: .tooManyRulings))
            }
            return ([], body.map { TextFragment($0) })
        }
        let grids = grids(of: lines, trace: &trace)
        let places = GridIndex(grids)
        var fragments = grids.map { [[TextFragment]](repeating: [], count: $0.slots.count) }
        var rest: [TextFragment] = []
        let headers = overhanging(body, grids: grids, places: places)
        for (index, run) in body.enumerated() {
            if headers.contains(index) {
                rest.append(TextFragment(run))
                continue
            }
            place(run, in: places) { fragment, place in
                if let place {
                    fragments[place.grid][place.slot].append(fragment)
                } else {
                    rest.append(fragment)
                }
            }
        }
        let blank = BlankTable(page: page, settings: settings)
        let tables = zip(grids, fragments).compactMap { grid, fragments -> TableGrid? in
            guard fragments.contains(where: { !$0.isEmpty }) || blank.matches(grid) else {
                trace?.candidates.append(.init(grid.box, method: .lattice, rejection: .noText))
                return nil
            }
            return TableGrid(
                xs: grid.xs, ys: grid.ys, method: .lattice,
                cells: grid.slots.map { GridCell(rows: $0.rows, columns: $0.columns, box: grid.box(of: $0)) },
                fragments: fragments)
        }
        return (tables, rest)
    }

    /// The grids that the lines make, the smallest first.
    private func grids(of lines: [RulingLine], trace: inout TableTrace?) -> [LatticeGrid] {
        let tolerance = settings.rulings.joinTolerance
        var grids: [LatticeGrid] = []
        for component in components(of: lines, tolerance: tolerance) {
            if trace != nil { trace?.intersections += component.intersections(tolerance: tolerance) }
            if let grid = LatticeGrid(component, settings: settings), grid.slots.count > 1 {
                grids.append(grid)
            } else if trace != nil, let box = component.box {
                trace?.candidates.append(.init(box, method: .lattice, rejection: .oneCell))
            }
        }
        trace?.intersections.sort { ($0.y, $0.x) < ($1.y, $1.x) }
        return grids.sorted { $0.box.area < $1.box.area }
    }

    /// Hands out the run whole, or cut where it crosses from one cell into another.
    ///
    /// Text that goes on without a gap across a border runs over it: it stays whole in the cell in which it begins.
    private func place(_ run: TextRun, in grids: GridIndex, to take: (TextFragment, GridIndex.Place?) -> Void) {
        var parts: [(range: Range<Int>, place: GridIndex.Place?)] = []
        var isOverflow = false
        for (index, glyph) in run.glyphs.enumerated() where glyph.scalar != " " {
            let here = grids.place(of: glyph.box.center)
            if !follows(index, in: run) {
                isOverflow = false
            } else if run.rotation == .none, parts.last?.place != nil, straddles(glyph.box, in: grids) {
                isOverflow = true
            }
            if let last = parts.last, last.place == here || isOverflow && follows(index, in: run) {
                parts[parts.count - 1].range = last.range.lowerBound..<(index + 1)
            } else {
                parts.append((index..<(index + 1), here))
            }
        }
        for part in parts {
            if let fragment = TextFragment(run, range: part.range) { take(fragment, part.place) }
        }
    }

    /// Whether no gap parts the glyph from the one before.
    private func follows(_ index: Int, in run: TextRun) -> Bool {
        guard index > 0, run.glyphs[index - 1].scalar != " " else { return false }
        let (last, next) = (run.glyphs[index - 1].box, run.glyphs[index].box)
        return next.x0 - last.x1 <= settings.lattice.overflowGap * next.height
    }

    /// Whether a border between two columns runs through the glyph.
    private func straddles(_ box: Rect, in grids: GridIndex) -> Bool {
        let inset = settings.lattice.overflowInset * box.width
        return grids.place(of: Point(x: box.x0 + inset, y: box.midY))
            != grids.place(of: Point(x: box.x1 - inset, y: box.midY))
    }

    /// The runs of lines that lie over a table's upper or lower edge and across its columns: a page header that the
    /// table was pushed into, not the text of its cells.
    private func overhanging(_ runs: [TextRun], grids: [LatticeGrid], places: GridIndex) -> Set<Int> {
        var result: Set<Int> = []
        guard !grids.isEmpty else { return result }
        let heights = IntervalIndex(runs.map { $0.box.y0...$0.box.y1 })
        for (number, grid) in grids.enumerated() {
            // Only what lies over an edge can stick out.
            let near = Set(
                heights.meeting(grid.box.y0...grid.box.y0) + heights.meeting(grid.box.y1...grid.box.y1))
            let out = near.sorted().filter { sticksOut(runs[$0].box, of: grid.box) }
                .sorted { runs[$0].box.x0 < runs[$1].box.x0 }
            var chain: [Int] = []
            let close = { (chain: [Int]) in
                let slots = Set(chain.flatMap { runs[$0].glyphs }.map { places.place(of: $0.box.center) })
                if slots.filter({ $0?.grid == number }).count > 1 { result.formUnion(chain) }
            }
            for index in out {
                if let last = chain.last {
                    let gap = runs[index].box.x0 - runs[last].box.x1
                    if gap > runs[index].box.height || runs[index].box.verticalOverlap(runs[last].box) <= 0 {
                        close(chain)
                        chain = []
                    }
                }
                chain.append(index)
            }
            close(chain)
        }
        return result
    }

    private func sticksOut(_ box: Rect, of table: Rect) -> Bool {
        guard box.verticalOverlap(table) > 0, box.horizontalOverlap(table) > 0 else { return false }
        return max(table.y0 - box.y0, box.y1 - table.y1) > settings.lattice.headerOverhang * box.height
    }
}
