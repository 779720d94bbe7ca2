internal import PageModel

/// How lines of one cell are told from rows that follow each other.
enum RowSpacing {
    /// Rows stand further apart than the lines of a cell: pitches up to this many em are lines of one cell.
    case padded(Double)
    /// Ruling lines part the rows.
    case ruled
    /// Rows follow each other like lines of text.
    case dense

    /// - Parameter bodyLine: Lines above this one are header lines.
    init(layout: ColumnLayout, horizontals: RuleIndex, bodyLine: Int, settings: TableSettings) {
        var figures: [Double] = []
        var others: [Double] = []
        var last: [Int: PlacedChunk] = [:]
        var parted = 0
        for item in layout.items where item.line >= bodyLine {
            if let upper = last[item.columns.lowerBound], upper.columns == item.columns {
                let pitch = (item.box.midY - upper.box.midY) / min(upper.chunk.em, item.chunk.em)
                if horizontals.separates(upper.box, item.box, covering: settings.rulings.separatingCoverage) {
                    parted += 1
                } else if upper.chunk.isFigure && item.chunk.isFigure {
                    figures.append(pitch)
                } else {
                    others.append(pitch)
                }
            }
            last[item.columns.lowerBound] = item
        }
        if parted >= 2, figures.isEmpty {
            self = .ruled
            return
        }
        figures.sort()
        let all = (figures + others).filter { $0 >= settings.rows.leastPitch }.sorted()
        // No two lines of a cell are as far apart as two figures.
        let isTelling = figures.count >= 2 || !figures.isEmpty && figures.count + others.count < 4
        let row = isTelling ? figures[figures.count / 10] : .infinity
        guard let limit = RowSpacing.limit(all, row: row, settings: settings) else {
            self = .dense
            return
        }
        let body = layout.items.filter { $0.line >= bodyLine }
        self =
            RowSpacing.hasNoGap(over: limit, in: body) || RowSpacing.joinsRows(limit, in: body)
            ? .dense : .padded(limit)
    }

    /// Whether the lines, whatever their columns, follow each other without white space.
    private static func hasNoGap(over limit: Double, in body: [PlacedChunk]) -> Bool {
        let lines = Dictionary(grouping: body, by: \.line).sorted { $0.key < $1.key }.map {
            ChunkLine($0.value.map(\.chunk))
        }
        return zip(lines, lines.dropFirst()).allSatisfy { upper, lower in
            lower.box.midY - upper.box.midY <= limit * min(upper.em, lower.em)
        }
    }

    /// Whether texts closer than `limit` mostly stand beside several figures of one column: rows may have white space
    /// between them because other cells are higher.
    private static func joinsRows(_ limit: Double, in body: [PlacedChunk]) -> Bool {
        let figures = Dictionary(grouping: body.filter { $0.chunk.isFigure }, by: \.line)
        var stacks: [[PlacedChunk]] = []
        for column in Dictionary(grouping: body.filter { $0.chunk.kind == .text }, by: \.columns).values {
            for item in column {
                if let last = stacks.last?.last, last.columns == item.columns,
                    item.box.midY - last.box.midY <= limit * min(last.chunk.em, item.chunk.em)
                {
                    stacks[stacks.count - 1].append(item)
                } else {
                    stacks.append([item])
                }
            }
        }
        stacks.removeAll { $0.count < 2 }
        let joining = stacks.filter { stack in
            let columns = stack.flatMap { figures[$0.line, default: []].map(\.columns.lowerBound) }
            return Set(columns).count < columns.count
        }
        return !joining.isEmpty && joining.count * 2 >= stacks.count
    }

    /// The distance that parts the lines of cells from rows: at the widest jump in the distances; nil without one.
    ///
    /// - Parameters:
    ///   - distances: In em, ascending.
    ///   - row: A distance of rows.
    private static func limit(_ distances: [Double], row: Double, settings: TableSettings) -> Double? {
        var jump: (ratio: Double, at: Double)?
        for (index, (low, high)) in zip(distances, distances.dropFirst()).enumerated()
        where low <= settings.rows.wrapPitch && low < settings.rows.figurePitch * row {
            let isAlike = index >= 2 && low - distances[0] <= settings.rows.alikePitch * low
            guard high >= settings.rows.pitchJump * low || isAlike && high >= settings.rows.sharpPitchJump * low else {
                continue
            }
            if isAlike { return min((low + high) / 2, settings.rows.wrapPitch) }
            if high / low > jump?.ratio ?? 1 { jump = (high / low, (low + high) / 2) }
        }
        return jump.map { min($0.at, settings.rows.wrapPitch + settings.rows.wrapMargin) }
    }
}
