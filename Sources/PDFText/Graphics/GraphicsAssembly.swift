internal import PageModel

/// What a page shows, from what was painted: invisible parts gone, sides of areas added, pieces joined.
struct GraphicsAssembly {
    let rulings: [RulingLine]
    let fills: [FilledArea]

    init(collector: GraphicsCollector, page: Rect, settings: GraphicsSettings) {
        var seen: [LinePiece] = []
        var edges: [RulingLine] = []
        if let canvas = FillCanvas(collector.areas, page: page, settings: settings) {
            seen.reserveCapacity(collector.pieces.count)
            for piece in collector.pieces { canvas.addVisibleParts(of: piece, to: &seen) }
            edges = canvas.edges()
        } else {
            seen = collector.pieces.filter { $0.color.contrast(to: .white) >= settings.lineContrast }
        }
        rulings = RulingJoiner(settings: settings).joined(
            lines: seen.filter { !$0.isDot }.map(\.line), dots: seen.filter(\.isDot).map(\.line), edges: edges)
        fills = collector.areas.map(\.area)
    }
}
