internal import PageModel

/// Makes the grids of areas that may be tables, and leaves out what is none.
struct RegionReader {
    let source: WordSource
    let settings: TableSettings
    /// The page's edges of filled areas, which may be the bars of a chart.
    let edges: [RulingLine]

    /// - Parameter rulings: All lines of the page.
    init(source: WordSource, rulings: [RulingLine], settings: TableSettings) {
        self.source = source
        self.settings = settings
        edges = rulings.filter { $0.origin == .fillEdge && $0.axis == .horizontal }
    }

    /// The areas that are tables, each with its grid.
    ///
    /// - Parameters:
    ///   - taken: The boxes of tables that are known already.
    ///   - trace: Gets the areas that were looked at.
    func tables(
        in regions: [TableRegion], taken: [Rect], trace: inout TableTrace?
    ) -> [(grid: TableGrid, region: TableRegion)] {
        let judge = TableJudge(settings: settings)
        return regions.compactMap { region in
            guard let grid = StreamGrid(source: source, settings: settings).grid(of: region) else {
                trace?.candidates.append(.init(region.box, method: .stream, rejection: .noGrid))
                return nil
            }
            var rejection = judge.rejection(of: grid, region: region)
            if rejection == nil, isBarChart(grid.box) { rejection = .barChart }
            if rejection == nil, grid.box.lies(over: taken) { rejection = .taken }
            trace?.candidates.append(.init(grid, rejection: rejection))
            return rejection == nil ? (grid, region) : nil
        }
    }

    /// Whether filled bars of different lengths begin at one x inside the box.
    private func isBarChart(_ box: Rect) -> Bool {
        let frame = box.expandedBy(settings.shading.tolerance)
        let inside = edges.filter { $0.position > frame.y0 && $0.position < frame.y1 && $0.start > frame.x0 }
        let starts = Dictionary(grouping: inside) { Int(($0.start / settings.shading.tolerance).rounded()) }
        return starts.values.contains { bars in
            Set(bars.map { Int(($0.end / settings.shading.tolerance).rounded()) }).count >= settings.shading.fewestBars
        }
    }
}

extension Rect {
    /// Whether it lies over one of the boxes by more than their edges touch.
    func lies(over boxes: [Rect]) -> Bool { boxes.contains { $0.intersection(self).map { $0.area > 1 } ?? false } }
}

extension Array where Element == RulingLine {
    /// The edges of shaded bands: areas of the same width under each other.
    func shadedBands(_ settings: TableSettings.Shading) -> [RulingLine] {
        let edges = filter { $0.origin == .fillEdge && $0.axis == .horizontal }
        let stacks = Dictionary(grouping: edges) { edge in
            [edge.start, edge.end].map { Int(($0 / settings.tolerance).rounded()) }
        }
        return stacks.values.filter { $0.count >= settings.fewestEdges }.flatMap { $0 }
    }
}
