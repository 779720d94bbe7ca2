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
            bands: free.isEmpty && rulings.count > settings.rulings.largestCount
                ? [] : rulings.shadedBands(settings.shading))
        let found = RegionReader(source: source, rulings: rulings, settings: settings)
            .tables(in: regions, taken: taken, trace: &trace)
        var tables = found.map(\.grid)
        let used = Set(
            found.flatMap(\.region.lines).flatMap(\.chunks).flatMap(\.words)
                .map { WordKey(fragment: $0.fragment, start: $0.range.lowerBound) })
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
