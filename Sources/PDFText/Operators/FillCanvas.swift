internal import PageModel

/// Which filled area shows at each place of the page, on a grid of about a point.
///
/// Tells which sides of areas are seen, and whether a line stands out from its ground or is painted over.
struct FillCanvas {
    /// In painting order.
    let areas: [PaintedArea]
    private let settings: GraphicsSettings
    private let page: Rect
    private let cellsPerPoint: Double
    private let columns: Int
    private let rows: Int
    /// Index of the topmost area, plus one; 0 is bare paper.
    private var cells: [UInt16]
    /// Columns and rows of each area's sides; sides that touch share the number.
    private var spans: [(columns: Range<Int>, rows: Range<Int>)] = []
    private let lastOrder: Int
    private let colors: [RGB]

    /// Nil where there is nothing to compare, or so much that comparing costs too much.
    init?(_ painted: [PaintedArea], page: Rect, settings: GraphicsSettings) {
        guard !painted.isEmpty, painted.count < Int(UInt16.max), page.area > 0 else { return nil }
        areas = painted
        self.settings = settings
        self.page = page
        cellsPerPoint = min(1, (Double(settings.canvasCells) / page.area).squareRoot())
        columns = Int((page.width * cellsPerPoint).rounded(.up)) + 1
        rows = Int((page.height * cellsPerPoint).rounded(.up)) + 1
        guard columns * rows <= 4 * settings.canvasCells else { return nil }
        let horizontal = Self.snapped(painted.flatMap { [$0.area.box.x0, $0.area.box.x1] }, cellsPerPoint, settings)
        let vertical = Self.snapped(painted.flatMap { [$0.area.box.y0, $0.area.box.y1] }, cellsPerPoint, settings)
        var cost = 0
        for index in painted.indices {
            let across = min(max(0, horizontal[2 * index]), columns)..<min(max(0, horizontal[2 * index + 1]), columns)
            let down = min(max(0, vertical[2 * index]), rows)..<min(max(0, vertical[2 * index + 1]), rows)
            spans.append((across, down))
            cost += across.count * down.count
        }
        guard cost <= settings.paintedCells else { return nil }
        lastOrder = painted[painted.count - 1].order
        colors = Array(Set(painted.map(\.area.color)))
        cells = Array(repeating: 0, count: columns * rows)
        let columns = columns
        let spans = spans
        cells.withUnsafeMutableBufferPointer { cells in
            for (index, span) in spans.enumerated() where !span.columns.isEmpty {
                for row in span.rows {
                    cells[(row * columns + span.columns.lowerBound)..<(row * columns + span.columns.upperBound)]
                        .update(repeating: UInt16(index + 1))
                }
            }
        }
    }

    /// Cell numbers of coordinates, in their order; those closer than the tolerance share one.
    private static func snapped(_ values: [Double], _ scale: Double, _ settings: GraphicsSettings) -> [Int] {
        var result = Array(repeating: 0, count: values.count)
        var anchor = -Double.infinity
        for index in values.indices.sorted(by: { values[$0] < values[$1] }) {
            if values[index] - anchor > settings.touchTolerance { anchor = values[index] }
            result[index] = Int((anchor * scale).rounded())
        }
        return result
    }

    private func top(_ column: Int, _ row: Int) -> Int {
        guard column >= 0, column < columns, row >= 0, row < rows else { return 0 }
        return Int(cells[row * columns + column])
    }

    private func color(_ index: Int) -> RGB { index == 0 ? .white : areas[index - 1].area.color }

    // MARK: Edges

    /// The sides of areas where they are on top and stand out from what is beside them.
    func edges() -> [RulingLine] {
        var result: [RulingLine] = []
        for (index, painted) in areas.enumerated() {
            let box = painted.area.box
            if box.area >= settings.backgroundCoverage * page.area { continue }
            let span = spans[index]
            guard !span.columns.isEmpty, !span.rows.isEmpty else { continue }
            for (axis, isUpper) in [
                (Axis.horizontal, false), (.horizontal, true), (.vertical, false), (.vertical, true),
            ] {
                addEdges(of: index, axis: axis, isUpper: isUpper, span: span, to: &result)
            }
        }
        return result
    }

    private func addEdges(
        of index: Int, axis: Axis, isUpper: Bool, span: (columns: Range<Int>, rows: Range<Int>),
        to result: inout [RulingLine]
    ) {
        let box = areas[index].area.box
        let (along, across) = axis == .horizontal ? (span.columns, span.rows) : (span.rows, span.columns)
        let limit = axis == .horizontal ? rows : columns
        let inside = isUpper ? across.upperBound - 1 : across.lowerBound
        let outside = isUpper ? across.upperBound : across.lowerBound - 1
        let position: Double
        let ends: (Double, Double)
        switch axis {
        case .horizontal:
            position = isUpper ? box.y1 : box.y0
            ends = (box.x0, box.x1)
            if position < 1 || position > page.y1 - 1 { return }
        case .vertical:
            position = isUpper ? box.x1 : box.x0
            ends = (box.y0, box.y1)
            if position < 1 || position > page.x1 - 1 { return }
        }
        guard outside >= 0, outside < limit else { return }
        let own = areas[index].area.color
        var start: Int?
        for place in along.lowerBound...along.upperBound {
            var isEdge = false
            if place < along.upperBound {
                let (within, beyond) =
                    axis == .horizontal
                    ? (top(place, inside), top(place, outside)) : (top(inside, place), top(outside, place))
                isEdge = within == index + 1 && own.contrast(to: color(beyond)) >= settings.edgeContrast
            }
            if isEdge {
                start = start ?? place
            } else if let from = start {
                let low = from == along.lowerBound ? ends.0 : Double(from) / cellsPerPoint
                let high = place == along.upperBound ? ends.1 : Double(place) / cellsPerPoint
                result.append(
                    RulingLine(
                        axis: axis, position: position, start: low, end: max(low, high), thickness: 0, origin: .fillEdge
                    ))
                start = nil
            }
        }
    }

    // MARK: Lines

    /// Adds the parts of a piece that can be seen against the areas.
    func addVisibleParts(of piece: LinePiece, to result: inout [LinePiece]) {
        let line = piece.line
        if piece.order > lastOrder, colors.count <= 16, standsOut(piece.color, from: .white),
            colors.allSatisfy({ standsOut(piece.color, from: $0) })
        {
            result.append(piece)
            return
        }
        let reach = line.thickness / 2 + 1
        let sides = (cell(line.position - reach), cell(line.position + reach))
        let low = cell(line.start)
        let high = max(low + 1, Int((line.end * cellsPerPoint).rounded(.up)))
        var start: Int?
        for place in low...high {
            var isVisible = false
            if place < high {
                let (one, other) =
                    line.axis == .horizontal
                    ? (top(place, sides.0), top(place, sides.1)) : (top(sides.0, place), top(sides.1, place))
                let isCovered =
                    covers(one, piece.order) && covers(other, piece.order) && !leavesFree(line, between: one, other)
                isVisible =
                    !isCovered
                    && (standsOut(piece.color, from: color(one)) || standsOut(piece.color, from: color(other)))
            }
            if isVisible {
                start = start ?? place
            } else if let from = start {
                var part = piece
                part.line.start = from == low ? line.start : max(line.start, Double(from) / cellsPerPoint)
                part.line.end = place == high ? line.end : min(line.end, Double(place) / cellsPerPoint)
                if part.line.start <= part.line.end { result.append(part) }
                start = nil
            }
        }
    }

    private func cell(_ value: Double) -> Int { Int((value * cellsPerPoint).rounded(.down)) }

    private func covers(_ index: Int, _ order: Int) -> Bool {
        index > 0 && areas[index - 1].order > order && areas[index - 1].isOpaque
    }

    /// Whether a line shows between two areas that end beside it: boxes of cells painted over the lines of a merged one.
    private func leavesFree(_ line: RulingLine, between one: Int, _ other: Int) -> Bool {
        guard one != other else { return false }
        let (first, second) = (areas[one - 1].area.box, areas[other - 1].area.box)
        let gap = line.axis == .horizontal ? second.y0 - first.y1 : second.x0 - first.x1
        return gap > line.thickness / 2
    }

    private func standsOut(_ color: RGB, from ground: RGB) -> Bool {
        color.contrast(to: ground) >= settings.lineContrast
    }
}
