internal import PageModel

/// Tells lines of one cell from rows that follow each other.
struct CellLines {
    let layout: ColumnLayout
    let horizontals: RuleIndex
    /// Lines above this one are header lines.
    let bodyLine: Int
    let spacing: RowSpacing
    let settings: TableSettings

    /// The cells with their lines, not yet in rows.
    func joined() -> [CellBlock] {
        // For each column the block that could go on.
        var open = [Int?](repeating: nil, count: layout.columns)
        var blocks: [CellBlock] = []
        let byLine = Dictionary(grouping: layout.items, by: \.line)
        let limits = rightLimits()
        let figures = FigureLines(
            layout: layout, bodyLine: bodyLine, byLine: byLine, limits: limits, settings: settings)
        for item in layout.items {
            var home: Int?
            for candidate in Set(item.columns.compactMap { open[$0] }).sorted() {
                guard let last = blocks[candidate].items.last else { continue }
                if last.line == item.line {
                    if last.columns == item.columns { home = candidate }
                } else if joins(
                    last, item, in: blocks[candidate], figures: figures, byLine: byLine, limits: limits)
                {
                    home = candidate
                }
            }
            if let home {
                blocks[home].append(item)
            } else {
                blocks.append(CellBlock(item, reach: settings.rows.reach))
            }
            for column in item.columns { open[column] = home ?? blocks.count - 1 }
        }
        return blocks
    }

    /// Whether the item stands alone in the block's columns on its line, or the other way round.
    private func sharesColumns(_ block: CellBlock, _ item: PlacedChunk, byLine: [Int: [PlacedChunk]]) -> Bool {
        if block.columns == item.columns { return true }
        if item.columns.lowerBound >= block.columns.lowerBound, item.columns.upperBound <= block.columns.upperBound {
            return byLine[item.line, default: []].filter { $0.columns.overlaps(block.columns) }.count == 1
                && item.box.x0 >= block.box.x0 - settings.rows.columnOverhang * item.chunk.em
                && item.box.x1 <= block.box.x1 + settings.rows.columnOverhang * item.chunk.em
        }
        guard block.columns.lowerBound >= item.columns.lowerBound, block.columns.upperBound <= item.columns.upperBound,
            let last = block.items.last
        else { return false }
        return byLine[last.line, default: []].filter { $0.columns.overlaps(item.columns) }.count == 1
            && last.box.x0 >= item.box.x0 - settings.rows.columnOverhang * item.chunk.em
            && last.box.x1 <= item.box.x1 + settings.rows.columnOverhang * item.chunk.em
    }

    private func rightLimits() -> [Int: Double] {
        var result: [Int: Double] = [:]
        for item in layout.items {
            let key = item.columns.upperBound
            result[key] = max(result[key] ?? item.box.x1, item.box.x1)
        }
        return result
    }

    private func joins(
        _ upper: PlacedChunk, _ lower: PlacedChunk, in block: CellBlock, figures: FigureLines,
        byLine: [Int: [PlacedChunk]], limits: [Int: Double]
    ) -> Bool {
        let em = min(upper.chunk.em, lower.chunk.em)
        let pitch = (lower.box.midY - upper.box.midY) / em
        guard pitch <= settings.rows.wrapPitch,
            !horizontals.separates(upper.box, lower.box, covering: settings.rulings.separatingCoverage),
            sharesColumns(block, lower, byLine: byLine)
        else { return false }
        let isHeader = lower.line < bodyLine
        if isHeader {
            if case .padded(let limit) = spacing, pitch > limit { return false }
            return true
        }
        if upper.line < bodyLine { return false }
        if upper.chunk.isFigure && lower.chunk.isFigure { return false }
        if upper.chunk.kind == .placeholder || lower.chunk.kind == .placeholder { return false }
        switch spacing {
        case .padded(let limit):
            if figures.areCentred, let goesOn = figures.goesOn(upper, lower) { return goesOn }
            return pitch <= limit
        case .ruled: return true
        case .dense:
            if let goesOn = figures.goesOn(upper, lower) { return goesOn }
            guard lower.line == upper.line + 1, let above = byLine[upper.line], let below = byLine[lower.line] else {
                return false
            }
            if precedes(above, below, limits: limits) { return true }
            guard continues(above, below, limits: limits) else { return false }
            // A long label does not run on into one that clearly begins here.
            return runsOn(above, below) || !precedes(below, byLine[lower.line + 1, default: []], limits: limits)
        }
    }

    /// Whether the whole lower line only carries on cells of the upper one.
    private func continues(_ above: [PlacedChunk], _ below: [PlacedChunk], limits: [Int: Double]) -> Bool {
        guard below.count <= above.count, below.count < layout.columns || layout.columns == 1 else { return false }
        return below.allSatisfy { lower in
            guard let upper = above.first(where: { $0.columns.lowerBound == lower.columns.lowerBound }),
                lower.chunk.kind == .text || upper.chunk.endsOpen
            else { return false }
            if upper.chunk.endsInLeader { return false }
            return upper.chunk.wraps(
                into: lower.chunk, limit: limits[upper.columns.upperBound] ?? upper.box.x1, settings: settings.rows)
        }
    }

    /// Whether the words alone tell that the lower line carries on the upper one.
    private func runsOn(_ above: [PlacedChunk], _ below: [PlacedChunk]) -> Bool {
        below.contains { lower in
            above.contains {
                $0.columns.lowerBound == lower.columns.lowerBound && $0.chunk.runsOn(into: lower.chunk)
            }
        }
    }

    /// Whether the upper line is but the beginning of the lower line's label.
    private func precedes(_ above: [PlacedChunk], _ below: [PlacedChunk], limits: [Int: Double]) -> Bool {
        guard above.count == 1, below.count > 1, let upper = above.first, let lower = below.first,
            upper.columns.lowerBound == lower.columns.lowerBound, upper.chunk.kind == .text,
            lower.chunk.kind == .text || upper.chunk.endsOpen, upper.chunk.isBold == lower.chunk.isBold
        else { return false }
        if upper.chunk.text.hasSuffix(":") || upper.chunk.text.hasSuffix("：") { return false }
        return upper.chunk.runsOn(into: lower.chunk)
            || (lower.chunk.text.unicodeScalars.first?.isCJK ?? false)
                && upper.chunk.fills(
                    limits[upper.columns.upperBound] ?? upper.box.x1, before: lower.chunk, settings: settings.rows)
    }
}

extension TextChunk {
    var endsInLeader: Bool { text.hasSuffix("..") || text.hasSuffix(". .") }

    var startsLowercase: Bool { text.unicodeScalars.first { $0 != "(" }?.properties.isLowercase ?? false }

    /// Ends so that something must follow.
    var endsOpen: Bool {
        guard let last = text.unicodeScalars.last else { return false }
        return "-–—,/&(（、，".unicodeScalars.contains(last)
            || [" and", " of", " or", " the", " for", " in", " to", " with"].contains { text.hasSuffix($0) }
    }

    /// Whether the next line's first word would not have fitted before `limit`.
    func fills(_ limit: Double, before next: TextChunk, settings: TableSettings.Rows) -> Bool {
        guard let first = next.words.first else { return false }
        let cjk = next.text.unicodeScalars.first?.isCJK ?? false
        return box.x1 + (cjk ? em : settings.wordSpace * em + first.box.width) > limit + settings.fullLine * em
    }

    /// Whether the words alone tell that the next line goes on.
    func runsOn(into next: TextChunk) -> Bool { next.startsLowercase || endsOpen }

    func wraps(into next: TextChunk, limit: Double, settings: TableSettings.Rows) -> Bool {
        runsOn(into: next)
            // What begins further left heads the rows below.
            || next.box.x0 > box.x0 - settings.indent * em && fills(limit, before: next, settings: settings)
                && !next.text.hasSuffix(":")
                && (next.box.x0 > box.x0 + settings.indent * em || words.count > 2)
    }
}
