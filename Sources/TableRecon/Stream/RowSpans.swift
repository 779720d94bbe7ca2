internal import PageModel

/// Widens blocks over the rows that they belong to, where rules or a place in the middle tell so.
struct RowSpans {
    let xs: [Double]
    let ys: [Double]
    let horizontals: [RulingLine]
    /// Rows stand clear of each other, so that a label with empty cells below can be told to head them.
    let spreadsDown: Bool
    let bodyRow: Int
    let settings: TableSettings
    /// Where the text of each row begins, as far as cells of one row tell.
    private var tops: [Double?] = []

    init(
        xs: [Double], ys: [Double], horizontals: [RulingLine], spreadsDown: Bool, bodyRow: Int,
        settings: TableSettings
    ) {
        self.xs = xs
        self.ys = ys
        self.horizontals = horizontals
        self.spreadsDown = spreadsDown
        self.bodyRow = bodyRow
        self.settings = settings
    }

    mutating func apply(to blocks: inout [CellBlock], rows: Int) {
        tops = [Double?](repeating: nil, count: rows)
        for block in blocks where block.rows.count == 1 {
            let row = block.rows.lowerBound
            let isLast = block.columns.upperBound < xs.count - 1 && block.columns.lowerBound == 0
            if !isLast { tops[row] = min(tops[row] ?? block.box.y0, block.box.y0) }
        }
        let columns = xs.count - 1
        for column in 0..<columns {
            let members = blocks.indices.filter { blocks[$0].columns.lowerBound == column }
                .sorted { blocks[$0].box.midY < blocks[$1].box.midY }
            spreadToRules(&blocks, members: members, rows: rows)
            spreadFromMiddle(&blocks, members: members, rows: rows)
        }
        guard spreadsDown else { return }
        // From the right, so that a label finds its sub-labels already spread.
        for column in stride(from: min(2, columns - 1), through: 0, by: -1) {
            let members = blocks.indices.filter { blocks[$0].columns.lowerBound == column }
                .sorted { blocks[$0].box.midY < blocks[$1].box.midY }
            spreadDown(&blocks, column: column, members: members, rows: rows)
        }
    }

    /// A border of two rows that is ruled, but not beside this block, is not a border of this block.
    private func spreadToRules(_ blocks: inout [CellBlock], members: [Int], rows: Int) {
        for (place, index) in members.enumerated() {
            let block = blocks[index]
            let low = place > 0 ? blocks[members[place - 1]].rows.upperBound : 0
            let high = place + 1 < members.count ? blocks[members[place + 1]].rows.lowerBound : rows
            var range = block.rows
            while range.lowerBound > low, isOpen(at: range.lowerBound, beside: block.box) {
                range = (range.lowerBound - 1)..<range.upperBound
            }
            while range.upperBound < high, isOpen(at: range.upperBound, beside: block.box) {
                range = range.lowerBound..<(range.upperBound + 1)
            }
            blocks[index].rows = range
        }
    }

    /// Whether the border above row `row` is ruled somewhere, but not across this box.
    private func isOpen(at row: Int, beside box: Rect) -> Bool {
        let here = horizontals.filter { abs($0.position - ys[row]) <= settings.snapTolerance }
        guard !here.isEmpty else { return false }
        let covered = here.map { max(0, min($0.end, box.x1) - max($0.start, box.x0)) }.max() ?? 0
        return covered < 0.3 * box.width
    }

    /// Labels that stand between rows are set in the middle of the rows that they label: cuts the column's rows into
    /// stretches with a label in the middle of each.
    private func spreadFromMiddle(_ blocks: inout [CellBlock], members: [Int], rows: Int) {
        guard members.contains(where: { isOffCentre(blocks[$0]) }) else { return }
        var next = blocks[members[0]].rows.lowerBound
        // Up to the first row above that nothing else claims.
        for (place, index) in members.enumerated() {
            let block = blocks[index]
            let limit = place + 1 < members.count ? blocks[members[place + 1]].rows.lowerBound : rows
            let highest = place == 0 ? topmostFree(blocks, block) : next
            guard isOffCentre(block) || place > 0, limit > block.rows.lowerBound else {
                next = block.rows.upperBound
                continue
            }
            var best: (range: Range<Int>, error: Double) = (block.rows, error(block.rows, block))
            for first in min(highest, block.rows.lowerBound)...block.rows.lowerBound {
                for last in block.rows.upperBound...max(limit, block.rows.upperBound) {
                    let range = first..<last
                    guard isFree(range, of: block, index: index, in: blocks) else { continue }
                    let penalty = place > 0 ? 2 * Double(first - highest) : 0
                    let error = self.error(range, block) + penalty
                    if error < best.error - 0.5 { best = (range, error) }
                }
            }
            blocks[index].rows = best.range
            next = best.range.upperBound
        }
    }

    /// A label in the first columns that stands at the top of rows without one of their own, down to the next label.
    private func spreadDown(_ blocks: inout [CellBlock], column: Int, members: [Int], rows: Int) {
        let labels = members.filter { blocks[$0].rows.lowerBound >= bodyRow }
        guard labels.count >= 1,
            labels.allSatisfy({ blocks[$0].items.contains { $0.piece.kind == .text } })
        else { return }
        let filled = { (row: Int, blocks: [CellBlock]) in
            blocks.reduce(0) { $0 + ($1.rows.contains(row) && $1.columns.lowerBound > column ? $1.columns.count : 0) }
        }
        for (place, index) in labels.enumerated() where blocks[index].columns.count == 1 {
            let block = blocks[index]
            let limit = place + 1 < labels.count ? blocks[labels[place + 1]].rows.lowerBound : rows
            var end = block.rows.upperBound
            let own = filled(block.rows.lowerBound, blocks)
            while end < limit, isFree(end..<(end + 1), of: block, index: index, in: blocks),
                Double(filled(end, blocks)) >= settings.likeRow * Double(own),
                // The next column goes on, and no label further left begins anew.
                blocks.contains(where: { $0.rows.contains(end) && $0.columns.lowerBound == column + 1 }),
                !blocks.contains(where: { $0.rows.lowerBound == end && $0.columns.lowerBound < column })
            {
                end += 1
            }
            if end > block.rows.upperBound { blocks[index].rows = block.rows.lowerBound..<end }
        }
    }

    private func error(_ rows: Range<Int>, _ block: CellBlock) -> Double {
        abs((ys[rows.lowerBound] + ys[rows.upperBound]) / 2 - block.box.midY)
    }

    private func isOffCentre(_ block: CellBlock) -> Bool {
        guard block.columns.count == 1, block.items.allSatisfy({ $0.piece.kind == .text }) else { return false }
        let em = block.items.first?.piece.em ?? 1
        // Text at the top of its rows is where it belongs.
        if let top = tops[block.rows.lowerBound], abs(top - block.box.y0) < 0.35 * em { return false }
        return error(block.rows, block) > settings.offCentre * em
    }

    private func topmostFree(_ blocks: [CellBlock], _ block: CellBlock) -> Int {
        var row = block.rows.lowerBound
        while row > 0,
            !blocks.contains(where: { $0.rows.contains(row - 1) && $0.columns.overlaps(block.columns) })
        {
            row -= 1
        }
        return row
    }

    private func isFree(_ rows: Range<Int>, of block: CellBlock, index: Int, in blocks: [CellBlock]) -> Bool {
        !blocks.indices.contains {
            $0 != index && blocks[$0].rows.overlaps(rows) && blocks[$0].columns.overlaps(block.columns)
        }
    }
}
