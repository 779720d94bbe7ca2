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
        var texts: [Double] = []
        var others: [Double] = []
        var last: [Int: RegionItem] = [:]
        var parted = 0
        for item in layout.items where item.line >= bodyLine {
            if let upper = last[item.columns.lowerBound], upper.columns == item.columns {
                let pitch = (item.box.midY - upper.box.midY) / min(upper.piece.em, item.piece.em)
                if horizontals.separates(upper.box, item.box) {
                    parted += 1
                } else if upper.piece.isFigure && item.piece.isFigure {
                    figures.append(pitch)
                } else if upper.piece.kind == .text, item.piece.kind == .text {
                    texts.append(pitch)
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
        let all = (figures + texts + others).filter { $0 >= 0.9 }.sorted()
        // No two lines of a cell are as far apart as two figures.
        let isTelling = figures.count >= 2 || !figures.isEmpty && figures.count + texts.count + others.count < 4
        let row = isTelling ? figures[figures.count / 10] : .infinity
        guard let limit = RowSpacing.limit(all, row: row, settings: settings) else {
            self = .dense
            return
        }
        // Figures on every second line of text show that rows have two lines, but not which.
        let isFollowed = texts.count >= 4 && !texts.contains { $0 > limit } && texts.contains { $0 >= 0.9 }
        self = isFollowed ? .dense : .padded(limit)
    }

    /// The distance that parts the lines of cells from rows: at the widest jump in the distances; nil without one.
    ///
    /// - Parameters:
    ///   - distances: In em, ascending.
    ///   - row: A distance of rows.
    private static func limit(_ distances: [Double], row: Double, settings: TableSettings) -> Double? {
        var jump: (ratio: Double, at: Double)?
        for (index, (low, high)) in zip(distances, distances.dropFirst()).enumerated()
        where low <= settings.wrapPitch && low < 0.97 * row {
            let isAlike = index >= 2 && low - distances[0] <= 0.03 * low
            guard high >= settings.pitchJump * low || isAlike && high >= settings.sharpPitchJump * low else { continue }
            if isAlike { return min((low + high) / 2, settings.wrapPitch) }
            if high / low > jump?.ratio ?? 1 { jump = (high / low, (low + high) / 2) }
        }
        return jump.map { min($0.at, settings.wrapPitch + 0.1) }
    }
}
