internal import PageModel

/// Finds the tables that no lattice holds.
struct StreamFinder {
    let settings: TableSettings

    /// - Parameters:
    ///   - fragments: The text outside lattices.
    ///   - rulings: The page's ruling lines.
    ///   - taken: The boxes of the lattices.
    ///   - trace: Gets the areas that were looked at.
    /// - Returns: The tables, and the fragments that stand in none of them.
    func find(
        in fragments: [TextFragment], rulings: [RulingLine], taken: [Rect], trace: inout TableTrace?
    ) -> (tables: [TableGrid], rest: [TextFragment]) {
        let source = WordSource(fragments: fragments)
        let words = source.words(settings: settings)
        guard !words.isEmpty else { return ([], fragments) }
        let free =
            rulings.count > settings.rulings.largestCount
            ? []
            : rulings.filter { line in
                line.origin != .fillEdge && !taken.contains { $0.expandedBy(1).contains(line.box) }
            }
        let regions = RegionFinder(source: source, settings: settings).regions(
            words: words, rulings: free,
            bands: free.isEmpty && rulings.count > settings.rulings.largestCount ? [] : bands(rulings))
        let judge = TableJudge(settings: settings)
        let edges = rulings.filter { $0.origin == .fillEdge && $0.axis == .horizontal }
        var tables: [TableGrid] = []
        var used = Set<WordKey>()
        for region in regions {
            guard let grid = StreamGrid(source: source, settings: settings).grid(of: region) else {
                trace?.candidates.append(.init(region.box, method: .stream, rejection: .noGrid))
                continue
            }
            var rejection = judge.rejection(of: grid, region: region)
            if rejection == nil, isBarChart(grid.box, edges: edges) { rejection = .barChart }
            if rejection == nil, overlaps(grid.box, taken) { rejection = .taken }
            trace?.candidates.append(.init(grid, rejection: rejection))
            guard rejection == nil else { continue }
            tables.append(grid)
            for line in region.lines {
                for chunk in line.chunks {
                    for word in chunk.words {
                        used.insert(WordKey(fragment: word.fragment, start: word.range.lowerBound))
                    }
                }
            }
        }
        guard !tables.isEmpty else { return ([], fragments) }
        let left = words.filter { !used.contains(WordKey(fragment: $0.fragment, start: $0.range.lowerBound)) }
        var rest = source.fragments(of: left)
        for fragment in fragments where fragment.rotation != .none {
            // Turned text has no part in finding the table, but belongs to the cell that it stands in.
            if let index = tables.firstIndex(where: { $0.box.contains(fragment.box.center) }) {
                tables[index].place(fragment)
            } else {
                rest.append(fragment)
            }
        }
        return (tables, rest)
    }

    /// Whether the box lies over one of the lattices by more than their edges touch.
    private func overlaps(_ box: Rect, _ lattices: [Rect]) -> Bool {
        lattices.contains { $0.intersection(box).map { $0.area > 1 } ?? false }
    }

    /// Whether filled bars of different lengths begin at one x inside the box.
    private func isBarChart(_ box: Rect, edges: [RulingLine]) -> Bool {
        let frame = box.expandedBy(settings.shading.tolerance)
        let inside = edges.filter { $0.position > frame.y0 && $0.position < frame.y1 && $0.start > frame.x0 }
        let starts = Dictionary(grouping: inside) { Int(($0.start / settings.shading.tolerance).rounded()) }
        return starts.values.contains { bars in
            Set(bars.map { Int(($0.end / settings.shading.tolerance).rounded()) }).count >= settings.shading.fewestBars
        }
    }

    /// The edges of shaded bands: areas of the same width under each other.
    private func bands(_ rulings: [RulingLine]) -> [RulingLine] {
        let edges = rulings.filter { $0.origin == .fillEdge && $0.axis == .horizontal }
        let stacks = Dictionary(grouping: edges) { edge in
            [edge.start, edge.end].map { Int(($0 / settings.shading.tolerance).rounded()) }
        }
        return stacks.values.filter { $0.count >= settings.shading.fewestEdges }.flatMap { $0 }
    }

    private struct WordKey: Hashable {
        var fragment: Int
        var start: Int
    }
}

extension TableGrid {
    /// Adds the fragment to the cell that holds its middle.
    mutating func place(_ fragment: TextFragment) {
        if let index = cells.firstIndex(where: { $0.box.contains(fragment.box.center) }) {
            fragments[index].append(fragment)
        }
    }
}
