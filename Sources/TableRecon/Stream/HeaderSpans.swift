internal import PageModel

/// Widens header chunks over the columns that they head.
///
/// Evidence, in this order: a rule right under the chunk that reaches over several columns; a chunk set in the middle of
/// several columns that have chunks of their own in the line below and none beside it.
struct HeaderSpans {
    let horizontals: [RulingLine]
    let bodyLine: Int
    /// Rules across the whole width bound the table: they head no columns.
    let standsBetweenRules: Bool
    let settings: TableSettings

    func apply(to layout: inout ColumnLayout) {
        guard bodyLine > 0, layout.columns > 2 else { return }
        spreadCaptions(in: &layout)
        let extents = layout.extents()
        let lines = Dictionary(grouping: layout.items.indices, by: { layout.items[$0].line })
        for line in stride(from: bodyLine - 1, through: 0, by: -1) {
            guard let indexes = lines[line] else { continue }
            for index in indexes {
                let item = layout.items[index]
                guard item.columns.lowerBound > 0 || item.columns.count > 1 else { continue }
                let low =
                    indexes.map { layout.items[$0].columns.upperBound }
                    .filter { $0 <= item.columns.lowerBound }.max() ?? 0
                let high =
                    indexes.map { layout.items[$0].columns.lowerBound }
                    .filter { $0 >= item.columns.upperBound }.min() ?? layout.columns
                if let span = ruled(item, low..<high, extents, layout) ?? centred(
                    item, max(low, 1)..<high, extents, layout)
                    ?? misaligned(item, max(low, 1)..<high, layout)
                {
                    layout.setColumns(span, at: index)
                }
            }
        }
    }

    /// Text alone on a line of the body, in the middle of the table and out of line with its column, heads all columns.
    private func spreadCaptions(in layout: inout ColumnLayout) {
        guard let table = layout.items.map(\.box).union else { return }
        let lines = Dictionary(grouping: layout.items.indices, by: { layout.items[$0].line })
        for indexes in lines.values where indexes.count == 1 {
            let item = layout.items[indexes[0]]
            let error = abs(item.box.midX - table.midX)
            guard item.line >= bodyLine, item.chunk.kind == .text, error <= settings.header.centreError * item.chunk.em,
                item.columns.lowerBound > 0
            else { continue }
            let mates = layout.items.filter { $0.columns == item.columns && $0.line != item.line }
            let isInLine = mates.contains {
                abs($0.box.x0 - item.box.x0) < settings.header.alignedError * item.chunk.em
            }
            if !isInLine { layout.setColumns(0..<layout.columns, at: indexes[0]) }
        }
    }

    private func ruled(
        _ item: PlacedChunk, _ free: Range<Int>, _ extents: [ClosedRange<Double>?], _ layout: ColumnLayout
    ) -> Range<Int>? {
        let below = horizontals.filter {
            $0.position > item.box.midY && $0.position < item.box.y1 + settings.header.ruleBelow * item.chunk.em
                && $0.start < item.box.midX && $0.end > item.box.midX
        }
        guard let rule = below.min(by: { $0.position < $1.position }) else { return nil }
        let covered = free.filter { column in
            guard let extent = extents[column] else { return false }
            let overlap = min(extent.upperBound, rule.end) - max(extent.lowerBound, rule.start)
            return overlap >= settings.header.columnCoverage * (extent.upperBound - extent.lowerBound)
        }
        // A rule that other chunks of the line stand on as well says nothing about one that keeps to its own column.
        let reachesOut = extents.indices.contains { column in
            guard !free.contains(column), let extent = extents[column] else { return false }
            return min(extent.upperBound, rule.end) - max(extent.lowerBound, rule.start)
                >= settings.header.columnCoverage * (extent.upperBound - extent.lowerBound)
        }
        let mates = layout.items.filter { $0.columns == item.columns && $0.line != item.line }
        let aligned = mates.filter { mate in
            let tolerance = settings.header.ownColumnError * item.chunk.em
            return abs(mate.box.x0 - item.box.x0) < tolerance || abs(mate.box.x1 - item.box.x1) < tolerance
                || standsBetweenRules && abs(mate.box.midX - item.box.midX) < tolerance
        }
        let keepsToColumn = item.columns.count == 1 && aligned.count * 2 > mates.count
        // Nor does it say that a head reaches over the column of labels.
        let headed =
            standsBetweenRules && reachesOut && item.columns.lowerBound > 0 ? covered.filter { $0 > 0 } : covered
        guard !(reachesOut && keepsToColumn), let first = headed.first, let last = headed.last, headed.count > 1,
            rule.start > (extents.compactMap { $0?.lowerBound }.min() ?? 0) + item.chunk.em
                || free.count < extents.count - 1,
            first <= item.columns.lowerBound, last + 1 >= item.columns.upperBound
        else { return nil }
        return first..<(last + 1)
    }

    /// A chunk that stands on no edge and no middle of the head below it, but over it and its neighbours.
    private func misaligned(_ item: PlacedChunk, _ free: Range<Int>, _ layout: ColumnLayout) -> Range<Int>? {
        let below = layout.items.filter { $0.line > item.line && $0.line < bodyLine }
        guard let next = below.map(\.line).min() else { return nil }
        let heads = below.filter { $0.line == next && free.contains($0.columns.lowerBound) }
        let em = item.chunk.em
        let aligned = settings.header.alignedError * em
        guard heads.count >= 2,
            !below.contains(where: { head in
                head.columns.overlaps(item.columns)
                    && (abs(head.box.x0 - item.box.x0) < aligned || abs(head.box.x1 - item.box.x1) < aligned
                        || abs(head.box.midX - item.box.midX) < aligned)
            })
        else { return nil }
        var best: (range: Range<Int>, error: Double)?
        for first in heads.indices {
            for last in heads.indices where last > first {
                let range = heads[first].columns.lowerBound..<heads[last].columns.upperBound
                guard range.lowerBound <= item.columns.lowerBound, range.upperBound >= item.columns.upperBound,
                    range.count == last - first + 1
                else { continue }
                let left = heads[first].box.x0
                let right = heads[last].box.x1
                let error = abs((left + right) / 2 - item.box.midX)
                guard item.box.x0 >= left - settings.header.spanOverhang * em, item.box.x1 <= right + em,
                    error <= settings.header.spanError * (right - left)
                else {
                    continue
                }
                if error < best?.error ?? .infinity { best = (range, error) }
            }
        }
        return best?.range
    }

    private func centred(
        _ item: PlacedChunk, _ free: Range<Int>, _ extents: [ClosedRange<Double>?], _ layout: ColumnLayout
    ) -> Range<Int>? {
        guard item.chunk.kind == .text || item.columns.count > 1 else { return nil }
        // Only columns that have a head of their own further down can be headed together.
        let headed = Set(
            layout.items.filter { $0.line > item.line && $0.line < max(bodyLine, item.line + 2) }
                .flatMap { Array($0.columns) })
        var best: (range: Range<Int>, error: Double)?
        let own = item.columns
        guard free.lowerBound <= own.lowerBound, free.upperBound >= own.upperBound else { return nil }
        for first in stride(from: own.lowerBound, through: free.lowerBound, by: -1) where headed.contains(first) {
            for last in own.upperBound...free.upperBound where headed.contains(last - 1) {
                guard let left = extents[first]?.lowerBound, let right = extents[last - 1]?.upperBound else { continue }
                guard (first..<last).allSatisfy(headed.contains) else { continue }
                let error = abs((left + right) / 2 - item.box.midX)
                if error < best?.error ?? .infinity { best = (first..<last, error) }
            }
        }
        guard let best, best.range != own, best.range.count > own.count,
            best.error <= settings.header.centreError * item.chunk.em
        else { return nil }
        if let left = extents[own.lowerBound]?.lowerBound, let right = extents[own.upperBound - 1]?.upperBound {
            let ownError = abs((left + right) / 2 - item.box.midX)
            guard ownError > 2 * best.error + settings.header.ownCentreError * item.chunk.em else { return nil }
        }
        return best.range
    }
}
