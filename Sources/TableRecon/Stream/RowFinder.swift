internal import PageModel

/// Tells lines of one cell from rows that follow each other, and puts the cells into rows.
struct RowFinder {
    let layout: ColumnLayout
    let horizontals: RuleIndex
    /// Lines above this one are header lines.
    let bodyLine: Int
    let settings: TableSettings

    /// The region's cells, each with its rows, and the number of rows.
    ///
    /// - Returns: The cells, and for each row the middles of the first and last line of the cell that makes it a row.
    func blocks() -> (blocks: [CellBlock], rows: [ClosedRange<Double>]) {
        var blocks = joined()
        let rows = place(&blocks)
        return (blocks, rows)
    }

    /// Rows stand further apart than lines.
    var isPadded: Bool { if case .padded = spacing() { true } else { false } }

    // MARK: Lines of one cell

    /// How lines of one cell are told from rows.
    private enum Spacing {
        /// Rows stand further apart than the lines of a cell: pitches up to this many em are lines of one cell.
        case padded(Double)
        /// Ruling lines part the rows.
        case ruled
        /// Rows follow each other like lines of text.
        case dense
    }

    private func joined() -> [CellBlock] {
        let spacing = self.spacing()
        // For each column the block that could go on.
        var open = [Int?](repeating: nil, count: layout.columns)
        var blocks: [CellBlock] = []
        let byLine = Dictionary(grouping: layout.items, by: \.line)
        let limits = rightLimits()
        for item in layout.items {
            var home: Int?
            for candidate in Set(item.columns.compactMap { open[$0] }).sorted() {
                guard let last = blocks[candidate].items.last else { continue }
                if last.line == item.line {
                    if last.columns == item.columns { home = candidate }
                } else if joins(
                    last, item, in: blocks[candidate], spacing: spacing, byLine: byLine, limits: limits)
                {
                    home = candidate
                }
            }
            if let home { blocks[home].append(item) } else { blocks.append(CellBlock(item)) }
            for column in item.columns { open[column] = home ?? blocks.count - 1 }
        }
        return blocks
    }

    /// Whether the item stands alone in the block's columns on its line, or the other way round.
    private func sharesColumns(_ block: CellBlock, _ item: RegionItem, byLine: [Int: [RegionItem]]) -> Bool {
        if block.columns == item.columns { return true }
        if item.columns.lowerBound >= block.columns.lowerBound, item.columns.upperBound <= block.columns.upperBound {
            return byLine[item.line, default: []].filter { $0.columns.overlaps(block.columns) }.count == 1
                && item.box.x0 >= block.box.x0 - 0.5 * item.piece.em
                && item.box.x1 <= block.box.x1 + 0.5 * item.piece.em
        }
        guard block.columns.lowerBound >= item.columns.lowerBound, block.columns.upperBound <= item.columns.upperBound,
            let last = block.items.last
        else { return false }
        return byLine[last.line, default: []].filter { $0.columns.overlaps(item.columns) }.count == 1
            && last.box.x0 >= item.box.x0 - 0.5 * item.piece.em && last.box.x1 <= item.box.x1 + 0.5 * item.piece.em
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
        _ upper: RegionItem, _ lower: RegionItem, in block: CellBlock, spacing: Spacing,
        byLine: [Int: [RegionItem]], limits: [Int: Double]
    ) -> Bool {
        let em = min(upper.piece.em, lower.piece.em)
        let pitch = (lower.box.midY - upper.box.midY) / em
        guard pitch <= settings.wrapPitch, !horizontals.separates(upper.box, lower.box),
            sharesColumns(block, lower, byLine: byLine)
        else { return false }
        let isHeader = lower.line < bodyLine
        if isHeader {
            if case .padded(let limit) = spacing, pitch > limit { return false }
            return true
        }
        if upper.line < bodyLine { return false }
        if upper.piece.isFigure && lower.piece.isFigure { return false }
        if upper.piece.kind == .placeholder || lower.piece.kind == .placeholder { return false }
        switch spacing {
        case .padded(let limit): return pitch <= limit
        case .ruled: return true
        case .dense:
            guard lower.line == upper.line + 1, let above = byLine[upper.line], let below = byLine[lower.line] else {
                return false
            }
            return continues(above, below, limits: limits) || precedes(above, below, limits: limits)
        }
    }

    /// Whether the whole lower line only carries on cells of the upper one.
    private func continues(_ above: [RegionItem], _ below: [RegionItem], limits: [Int: Double]) -> Bool {
        guard below.count <= above.count, below.count < layout.columns || layout.columns == 1 else { return false }
        return below.allSatisfy { lower in
            guard lower.piece.kind == .text,
                let upper = above.first(where: { $0.columns.lowerBound == lower.columns.lowerBound })
            else { return false }
            if upper.piece.endsInLeader { return false }
            return upper.piece.wraps(into: lower.piece, limit: limits[upper.columns.upperBound] ?? upper.box.x1)
        }
    }

    /// Whether the upper line is but the beginning of the lower line's label.
    private func precedes(_ above: [RegionItem], _ below: [RegionItem], limits: [Int: Double]) -> Bool {
        guard above.count == 1, below.count > 1, let upper = above.first, let lower = below.first,
            upper.columns.lowerBound == lower.columns.lowerBound, upper.piece.kind == .text,
            lower.piece.kind == .text, upper.piece.isBold == lower.piece.isBold
        else { return false }
        if upper.piece.text.hasSuffix(":") || upper.piece.text.hasSuffix("：") { return false }
        return lower.piece.startsLowercase || upper.piece.endsOpen
            || (lower.piece.text.unicodeScalars.first?.isCJK ?? false)
                && upper.piece.fills(limits[upper.columns.upperBound] ?? upper.box.x1, before: lower.piece)
    }

    private func spacing() -> Spacing {
        var numbers: [Double] = []
        var all: [Double] = []
        var last: [Int: RegionItem] = [:]
        var parted = 0
        for item in layout.items where item.line >= bodyLine {
            if let upper = last[item.columns.lowerBound], upper.columns == item.columns {
                let pitch = (item.box.midY - upper.box.midY) / min(upper.piece.em, item.piece.em)
                if horizontals.separates(upper.box, item.box) {
                    parted += 1
                } else {
                    all.append(pitch)
                    if upper.piece.isFigure && item.piece.isFigure { numbers.append(pitch) }
                }
            }
            last[item.columns.lowerBound] = item
        }
        numbers.sort()
        if parted >= 2, numbers.isEmpty { return .ruled }
        // No two lines of a cell are as far apart as two figures.
        let row = numbers.count >= 2 || !numbers.isEmpty && all.count < 4 ? numbers[numbers.count / 10] : .infinity
        // The widest jump in the distances parts the lines of cells from rows.
        var jump: (ratio: Double, at: Double)?
        let plausible = all.filter { $0 >= 0.9 }.sorted()
        for (index, (low, high)) in zip(plausible, plausible.dropFirst()).enumerated()
        where low <= settings.wrapPitch && low < 0.97 * row {
            guard isJump(from: plausible[0], low, index + 1, to: high) else { continue }
            if isAlike(from: plausible[0], low, index + 1) { return .padded(min((low + high) / 2, settings.wrapPitch)) }
            if high / low > jump?.ratio ?? 1 { jump = (high / low, (low + high) / 2) }
        }
        if let jump { return .padded(min(jump.at, settings.wrapPitch + 0.1)) }
        return .dense
    }

    /// Whether distances of lines, from `least` to `most`, lie clear of a distance of rows.
    private func isJump(from least: Double, _ most: Double, _ count: Int, to row: Double) -> Bool {
        if row >= settings.pitchJump * most { return true }
        return isAlike(from: least, most, count) && row >= settings.sharpPitchJump * most
    }

    private func isAlike(from least: Double, _ most: Double, _ count: Int) -> Bool {
        count >= 3 && most - least <= 0.03 * most
    }

    // MARK: Rows

    /// Gives each block its rows; returns the cores of the rows' anchors.
    private func place(_ blocks: inout [CellBlock]) -> [ClosedRange<Double>] {
        var anchors = chain(blocks)
        prune(&anchors, blocks)
        let cores = anchors.map { blocks[$0].core }
        guard !cores.isEmpty else { return [] }
        // A row reaches over all lines of its anchor, and half way to the next anchor. The cores follow each other.
        let tops = cores.map(\.lowerBound)
        let bottoms = cores.map(\.upperBound)
        for index in blocks.indices {
            let core = blocks[index].core
            let reach = blocks[index].reach
            let first = bottoms.firstIndex(atLeast: core.lowerBound - reach)
            var end = tops.firstIndex(atLeast: core.upperBound + reach)
            while end < tops.count, tops[end] == core.upperBound + reach { end += 1 }
            if first < end {
                blocks[index].rows = first..<end
            } else {
                let middle = blocks[index].box.midY
                let distance = { (row: Int) in
                    let core = cores[row]
                    return core.contains(middle) ? 0 : min(abs(core.lowerBound - middle), abs(core.upperBound - middle))
                }
                let below = min(bottoms.firstIndex(atLeast: middle), cores.count - 1)
                let nearest = (max(0, below - 1)...below).min { distance($0) < distance($1) } ?? 0
                blocks[index].rows = nearest..<(nearest + 1)
            }
        }
        return cores
    }

    /// The most blocks of which no two overlap: one for each row.
    private func chain(_ blocks: [CellBlock]) -> [Int] {
        let order = blocks.indices.sorted {
            (blocks[$0].core.upperBound, blocks[$0].core.lowerBound)
                < (blocks[$1].core.upperBound, blocks[$1].core.lowerBound)
        }
        var result: [Int] = []
        var bottom = -Double.infinity
        for index in order {
            let core = blocks[index].core
            let em = blocks[index].items.first?.piece.em ?? 1
            if core.lowerBound > bottom + settings.rowOverlap * em {
                result.append(index)
                bottom = core.upperBound
            }
        }
        return result
    }

    /// Drops a row of one block that stands between two rows, closer to both than these could be to a row of its own:
    /// a label set in the middle of the rows it belongs to.
    private func prune(_ anchors: inout [Int], _ blocks: [CellBlock]) {
        let distances = zip(anchors, anchors.dropFirst())
            .map { blocks[$1].core.lowerBound - blocks[$0].core.upperBound }.sorted()
        let typical = distances.isEmpty ? 0 : distances[distances.count / 2]
        guard anchors.count > 2, let farthest = blocks.map(\.reach).max() else { return }
        let index = IntervalIndex(blocks.map(\.core))
        var kept = [anchors[0]]
        for place in 1..<(anchors.count - 1) {
            let block = blocks[anchors[place]]
            let above = blocks[kept[kept.count - 1]]
            let below = blocks[anchors[place + 1]]
            let em = block.items.first?.piece.em ?? 1
            let core = block.core
            let near = index.meeting((core.lowerBound - farthest)...(core.upperBound + farthest)).map { blocks[$0] }
            // Labels of several levels may stand at the same height.
            let group = near.filter { $0.meets(block) && !$0.meets(above) && !$0.meets(below) }
            let areLabels =
                group.count <= 1
                || group.allSatisfy { $0.columns.lowerBound < settings.labelColumns && $0.columns.count == 1 }
            let up = core.lowerBound - above.core.upperBound
            let down = below.core.lowerBound - core.upperBound
            let isCovered = near.contains { other in
                other.core.contains(core.lowerBound) && other.core.contains(core.upperBound)
                    && (other.meets(above) || other.meets(below)) && other.columns != block.columns
            }
            let isSqueezed =
                isCovered || up < settings.squeezedPitch * em && down < settings.squeezedPitch * em
                || up + down < settings.squeezedGap * typical
                || group.allSatisfy { isParted(beside: $0, above, below) }
            if areLabels, isSqueezed, above.columns != block.columns || below.columns != block.columns { continue }
            kept.append(anchors[place])
        }
        anchors = kept + [anchors[anchors.count - 1]]
    }
}

extension RowFinder {
    /// Whether rules run between the rows above and below a block, but none across it.
    private func isParted(beside block: CellBlock, _ above: CellBlock, _ below: CellBlock) -> Bool {
        let between = horizontals.between(above.core.upperBound, below.core.lowerBound)
        let covered = between.reduce(0) { $0 + max(0, min($1.end, block.box.x1) - max($1.start, block.box.x0)) }
        return !between.isEmpty && covered < 0.3 * block.box.width
    }
}

extension Piece {
    var endsInLeader: Bool { text.hasSuffix("..") || text.hasSuffix(". .") }

    var startsLowercase: Bool { text.unicodeScalars.first { $0 != "(" }?.properties.isLowercase ?? false }

    /// Ends so that something must follow.
    var endsOpen: Bool {
        guard let last = text.unicodeScalars.last else { return false }
        return "-–—,/&(（、，".unicodeScalars.contains(last)
            || [" and", " of", " or", " the", " for", " in", " to", " with"].contains { text.hasSuffix($0) }
    }

    /// Whether the next line's first word would not have fitted before `limit`.
    func fills(_ limit: Double, before next: Piece) -> Bool {
        guard let first = next.words.first else { return false }
        let cjk = next.text.unicodeScalars.first?.isCJK ?? false
        return box.x1 + (cjk ? em : 0.25 * em + first.box.width) > limit + 0.2 * em
    }

    func wraps(into next: Piece, limit: Double) -> Bool {
        next.startsLowercase || endsOpen
            // What begins further left heads the rows below.
            || next.box.x0 > box.x0 - 0.4 * em && fills(limit, before: next) && !next.text.hasSuffix(":")
                && (next.box.x0 > box.x0 + 0.4 * em || words.count > 2)
    }
}
