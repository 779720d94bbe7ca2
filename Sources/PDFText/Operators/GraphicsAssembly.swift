internal import PageModel

/// What a page shows, from what was painted: invisible parts gone, sides of areas added, pieces joined.
struct GraphicsAssembly {
    let rulings: [RulingLine]
    let fills: [FilledArea]

    init(collector: GraphicsCollector, page: Rect, settings: GraphicsSettings) {
        let joined = LooseCorners(settings: settings).squared(collector.pieces, at: collector.corners)
        let others = StrayStrokes(joined, settings: settings).others
        let pieces = BoxedCells(settings: settings).closed(others)
        var edges: [RulingLine] = []
        var lines: [RulingLine] = []
        var dots: [RulingLine] = []
        if let canvas = FillCanvas(collector.areas, page: page, settings: settings) {
            var visible: [LinePiece] = []
            for piece in pieces {
                visible.removeAll(keepingCapacity: true)
                canvas.addVisibleParts(of: piece, to: &visible)
                for part in visible { if part.isDot { dots.append(part.line) } else { lines.append(part.line) } }
            }
            edges = canvas.edges()
        } else {
            for piece in pieces where piece.color.contrast(to: .white) >= settings.lineContrast {
                if piece.isDot { dots.append(piece.line) } else { lines.append(piece.line) }
            }
        }
        rulings = RulingJoiner(settings: settings.joining).joined(lines: lines, dots: dots, edges: edges)
        fills = collector.areas.map(\.area)
    }
}
