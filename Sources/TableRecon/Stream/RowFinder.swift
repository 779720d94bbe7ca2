internal import PageModel

/// Puts the cells of a table from alignment into rows.
struct RowFinder {
    private let layout: ColumnLayout
    private let horizontals: RuleIndex
    private let bodyLine: Int
    private let settings: TableSettings
    private let spacing: RowSpacing
    /// Heads in the middle between two rows of heads may belong to both, in any column.
    var joinsHeads = false

    /// - Parameter bodyLine: Lines above this one are header lines.
    init(layout: ColumnLayout, horizontals: RuleIndex, bodyLine: Int, settings: TableSettings) {
        self.layout = layout
        self.horizontals = horizontals
        self.bodyLine = bodyLine
        self.settings = settings
        spacing = RowSpacing(layout: layout, horizontals: horizontals, bodyLine: bodyLine, settings: settings)
    }

    /// The region's cells, each with its rows, and the number of rows.
    ///
    /// - Returns: The cells, and for each row the middles of the first and last line of the cell that makes it a row.
    func blocks() -> (blocks: [CellBlock], rows: [ClosedRange<Double>]) {
        var blocks = CellLines(
            layout: layout, horizontals: horizontals, bodyLine: bodyLine, spacing: spacing, settings: settings
        ).joined()
        let rows = place(&blocks)
        return (blocks, rows)
    }

    /// Rows stand further apart than lines.
    var isPadded: Bool { if case .padded = spacing { true } else { false } }

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
            let em = blocks[index].items.first?.chunk.em ?? 1
            if core.lowerBound > bottom + settings.rows.overlap * em {
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
            let em = block.items.first?.chunk.em ?? 1
            let core = block.core
            let beside = { (row: CellBlock) in
                index.meeting((row.core.lowerBound - farthest)...(row.core.upperBound + farthest)).map { blocks[$0] }
            }
            let near = beside(block)
            // Labels of several levels may stand at the same height.
            let group = near.filter { $0.meets(block) && !$0.meets(above) && !$0.meets(below) }
            let areLabels =
                group.count <= 1
                || group.allSatisfy { $0.columns.lowerBound < settings.labels.columns && $0.columns.count == 1 }
                || joinsHeads && (group + [below]).allSatisfy { $0.items[0].line < bodyLine }
            let up = core.lowerBound - above.core.upperBound
            let down = below.core.lowerBound - core.upperBound
            let isCovered = near.contains { other in
                other.core.contains(core.lowerBound) && other.core.contains(core.upperBound)
                    && (other.meets(above) || other.meets(below)) && other.columns != block.columns
            }
            let isSqueezed =
                isCovered || up < settings.rows.squeezedPitch * em && down < settings.rows.squeezedPitch * em
                || up + down < settings.rows.squeezedGap * typical
                || group.allSatisfy { isParted(beside: $0, above, below) }
            guard areLabels, isSqueezed, above.columns != block.columns || below.columns != block.columns else {
                kept.append(anchors[place])
                continue
            }
            // Two figures of one column never stand in one row.
            let hasRoom = [above, below].contains { row in
                !beside(row).contains { other in
                    other.meets(row) && !other.meets(block) && group.contains { $0.columns.overlaps(other.columns) }
                }
            }
            if !hasRoom { kept.append(anchors[place]) }
        }
        anchors = kept + [anchors[anchors.count - 1]]
    }
}

extension RowFinder {
    /// Whether rules run between the rows above and below a block, but none across it.
    private func isParted(beside block: CellBlock, _ above: CellBlock, _ below: CellBlock) -> Bool {
        let between = horizontals.between(above.core.upperBound, below.core.lowerBound)
        let covered = between.reduce(0) { $0 + max(0, min($1.end, block.box.x1) - max($1.start, block.box.x0)) }
        return !between.isEmpty && covered < settings.rows.besideRule * block.box.width
    }
}
