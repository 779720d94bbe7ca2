internal import PageModel

/// Reads the areas that the user marked, each as one table.
struct MarkedTables {
    let settings: TableSettings

    /// - Parameters:
    ///   - page: Upright content.
    ///   - areas: In the space of `page`.
    /// - Returns: The tables, and the text that stands in none of them. An area without two columns of text is no table.
    func find(
        in page: PageContent, areas: [Rect], trace: inout TableTrace?
    ) -> (tables: [TableGrid], rest: [TextFragment]) {
        var tables: [TableGrid] = []
        for area in areas {
            let part = page.cropped(to: area, shortest: settings.rulings.shortest)
            guard let table = lattice(in: part) ?? aligned(in: part) else {
                trace?.candidates.append(.init(area, method: .stream, rejection: .noGrid))
                continue
            }
            trace?.candidates.append(.init(table))
            tables.append(table)
        }
        let inside = { (glyph: Glyph) in tables.contains { $0.box.contains(glyph.box.center) } }
        let rest = page.runs.filter { !$0.isDecoration }.flatMap { run in
            run.glyphs.indices.split { inside(run.glyphs[$0]) }.compactMap { part in
                TextFragment(run, range: part.startIndex..<part.endIndex)
            }
        }
        return (tables, rest)
    }

    /// The table that ruling lines make of most of the area's text; nil where columns are given or lines are not wanted.
    private func lattice(in page: PageContent) -> TableGrid? {
        guard settings.marks.columns.isEmpty, settings.method == nil || settings.method == .lattice else { return nil }
        var trace: TableTrace?
        let (found, rest) = LatticeFinder(settings: settings).find(in: page, trace: &trace)
        guard let grid = found.max(by: { $0.box.area < $1.box.area }), grid.cells.count > 1 else { return nil }
        let outside = rest + found.filter { $0.box != grid.box }.flatMap { $0.fragments.flatMap { $0 } }
        let held = grid.fragments.flatMap { $0 }.reduce(0) { $0 + $1.glyphs.count }
        guard settings.method == .lattice || held > outside.reduce(0, { $0 + $1.glyphs.count }) else { return nil }
        let whole = grid.trimmed(settings)
        guard settings.method != .lattice else { return whole }
        return LatticeRefiner(settings: settings).refined(whole, rulings: page.rulings) ?? whole
    }

    /// The table that the alignment of the area's text makes, and its ruling lines.
    private func aligned(in page: PageContent) -> TableGrid? {
        guard settings.method != .lattice else { return nil }
        let source = WordSource(fragments: page.runs.filter { !$0.isDecoration }.map { TextFragment($0) })
        let words = source.words(settings: settings)
        guard let box = words.map(\.box).union else { return nil }
        let drawn = settings.method == .stream ? [] : page.rulings.filter { $0.origin != .fillEdge }
        let given = settings.marks.columns.filter { $0 > box.x0 && $0 < box.x1 }.map {
            RulingLine(axis: .vertical, position: $0, start: box.y0, end: box.y1, thickness: 0, origin: .stroke)
        }
        let verticals = settings.marks.columns.isEmpty ? drawn.filter { $0.axis == .vertical } : given
        let lines = ChunkBuilder(source: source, settings: settings).lines(of: words, verticals: RuleIndex(verticals))
        var region = TableRegion(
            lines: lines, horizontals: drawn.filter { $0.axis == .horizontal }, verticals: verticals)
        region.hasGivenColumns = !settings.marks.columns.isEmpty
        guard var grid = StreamGrid(source: source, settings: settings).grid(of: region) else { return nil }
        for fragment in source.fragments where fragment.rotation != .none { grid.place(fragment) }
        return grid
    }
}

extension PageContent {
    /// What stands in a box: glyphs by their middles, lines cut at its sides.
    ///
    /// - Parameter shortest: Lines of which less is left, in points, are left out.
    fileprivate func cropped(to box: Rect, shortest: Double) -> PageContent {
        var page = self
        page.runs = runs.compactMap { run in
            let glyphs = run.glyphs.filter { box.contains($0.box.center) }
            guard !glyphs.isEmpty else { return nil }
            guard glyphs.count < run.glyphs.count else { return run }
            var part = TextRun(
                glyphs: glyphs, style: run.style, rotation: run.rotation, source: run.source,
                confidence: run.confidence)
            part.isDecoration = run.isDecoration
            return part
        }
        page.rulings = rulings.compactMap { line in
            let (across, along) =
                line.axis == .horizontal
                ? (box.y0...box.y1, box.x0...box.x1) : (box.x0...box.x1, box.y0...box.y1)
            guard across.contains(line.position) else { return nil }
            var part = line
            part.start = max(line.start, along.lowerBound)
            part.end = min(line.end, along.upperBound)
            return part.end - part.start >= min(shortest, line.length) ? part : nil
        }
        return page
    }
}
