internal import PageModel

/// Widens blocks over the rows that they belong to, where rules or a place in the middle tell so.
struct RowSpans {
    let xs: [Double]
    let ys: [Double]
    let horizontals: RuleIndex
    /// Rows stand clear of each other, so that a label with empty cells below can be told to head them.
    let spreadsDown: Bool
    let bodyRow: Int
    /// Rules tell which rows a label may stand in the middle of.
    let hasStretches: Bool
    let settings: TableSettings
    /// Where the text of each row begins, as far as cells of one row tell.
    private var tops: [[Double]] = []

    init(
        xs: [Double], ys: [Double], horizontals: RuleIndex, spreadsDown: Bool, bodyRow: Int,
        hasStretches: Bool = false, settings: TableSettings
    ) {
        self.xs = xs
        self.ys = ys
        self.horizontals = horizontals
        self.spreadsDown = spreadsDown
        self.bodyRow = bodyRow
        self.hasStretches = hasStretches
        self.settings = settings
    }

    mutating func apply(to blocks: inout [CellBlock], rows: Int) {
        tops = Array(repeating: [], count: rows)
        for block in blocks where block.rows.count == 1 { tops[block.rows.lowerBound].append(block.box.y0) }
        // The two highest tell the highest without any one block.
        tops = tops.map { Array($0.sorted().prefix(2)) }
        let columns = xs.count - 1
        for column in 0..<columns {
            let members = blocks.indices.filter { blocks[$0].columns.lowerBound == column }
                .sorted { blocks[$0].box.midY < blocks[$1].box.midY }
            spreadToRules(&blocks, members: members, rows: rows)
        }
        let settled = spreadBetweenRules(&blocks, rows: rows)
        let ruled = ys.dropFirst().dropLast().filter { y in
            !horizontals.near(y, tolerance: settings.rulings.snapTolerance).isEmpty
        }
        // Where rules part the rows they tell the spans as well.
        guard ruled.count * 2 < rows else { return }
        let labels = blocks.filter { $0.columns.lowerBound < settings.labels.columns && $0.rows.lowerBound >= bodyRow }
        let offCentre = labels.filter(isOffCentre).count
        // One table sets its labels one way.
        let isCentred = offCentre > labels.filter(isAtTop).count
        if isCentred {
            for column in 0..<min(columns, settings.labels.columns) where !settled.contains(column) {
                let members = blocks.indices.filter { blocks[$0].columns.lowerBound == column }
                    .sorted { blocks[$0].box.midY < blocks[$1].box.midY }
                let figures = members.filter { blocks[$0].items.allSatisfy { $0.chunk.kind == .number } }
                guard figures.count * 2 < members.count else { continue }
                spreadFromMiddle(&blocks, members: members, rows: rows)
            }
        }
        guard spreadsDown, !isCentred else { return }
        // From the right, so that a label finds its sub-labels already spread.
        for column in stride(from: min(settings.labels.columns, columns) - 1, through: 0, by: -1)
        where !settled.contains(column) {
            let members = blocks.indices.filter { blocks[$0].columns.lowerBound == column }
                .sorted { blocks[$0].box.midY < blocks[$1].box.midY }
            spreadDown(&blocks, column: column, members: members, rows: rows)
        }
    }

    /// Gives labels between two rules the stretches of rows that they stand in the middle of.
    ///
    /// In the first columns every row has its label; further right one text alone between two rules may stand for all.
    /// - Returns: The columns in which a label spans rows.
    private func spreadBetweenRules(_ blocks: inout [CellBlock], rows: Int) -> Set<Int> {
        guard hasStretches, bodyRow < rows else { return [] }
        let stretches = LabelStretches(middles: rowMiddles(blocks, rows: rows), settings: settings.labels)
        var settled: Set<Int> = []
        for column in 0..<(xs.count - 1) {
            let members = blocks.indices.filter {
                blocks[$0].columns == column..<(column + 1) && blocks[$0].rows.lowerBound >= bodyRow
            }
            .sorted { blocks[$0].box.midY < blocks[$1].box.midY }
            guard !members.isEmpty, members.count < rows - bodyRow else { continue }
            for part in parts(of: column, blocks, rows: rows) {
                let labels = members.filter { part.contains(blocks[$0].rows.lowerBound) }
                guard column < settings.labels.columns || labels.count == 1,
                    let found = stretches.stretches(
                        of: labels.map {
                            .init(middle: blocks[$0].box.midY, em: blocks[$0].items.first?.chunk.em ?? 1)
                        }, in: part)
                else { continue }
                for (index, rows) in zip(labels, found) { blocks[index].rows = rows }
                settled.insert(column)
            }
        }
        return settled
    }

    /// The stretches of body rows of a column that no rule and no text across the column divides.
    private func parts(of column: Int, _ blocks: [CellBlock], rows: Int) -> [Range<Int>] {
        let across = blocks.filter { $0.columns.contains(column) && $0.columns.count > 1 }
        var parts: [Range<Int>] = []
        var start = bodyRow
        let close = { (end: Int, parts: inout [Range<Int>]) in if end > start { parts.append(start..<end) } }
        for row in bodyRow..<rows {
            if row > start, isRuled(at: row, column: column) {
                close(row, &parts)
                start = row
            }
            if across.contains(where: { $0.rows.contains(row) }) {
                close(row, &parts)
                start = row + 1
            }
        }
        close(rows, &parts)
        return parts
    }

    /// Whether a rule runs through the column above row `row`.
    private func isRuled(at row: Int, column: Int) -> Bool {
        let covered =
            horizontals.near(ys[row], tolerance: settings.rulings.snapTolerance)
            .map { max(0, min($0.end, xs[column + 1]) - max($0.start, xs[column])) }.max() ?? 0
        return covered >= settings.rulings.separatingCoverage * (xs[column + 1] - xs[column])
    }

    /// The middle of each row, as most of its texts have it.
    private func rowMiddles(_ blocks: [CellBlock], rows: Int) -> [Double] {
        var middles = [[Double]](repeating: [], count: rows)
        for block in blocks where block.rows.count == 1 { middles[block.rows.lowerBound].append(block.box.midY) }
        return middles.enumerated().map { row, values in
            values.isEmpty ? (ys[row] + ys[row + 1]) / 2 : values.sorted()[values.count / 2]
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
            // A head at the foot of its column of empty cells heads from there only.
            let em = block.items.first?.chunk.em ?? 1
            if range.lowerBound < block.rows.lowerBound, error(range, block) > settings.labels.offCentre * em {
                guard block.rows.upperBound > bodyRow else { continue }
            }
            blocks[index].rows = range
        }
    }

    /// Whether the border above row `row` is ruled somewhere, but not across this box.
    private func isOpen(at row: Int, beside box: Rect) -> Bool {
        let here = horizontals.near(ys[row], tolerance: settings.rulings.snapTolerance)
        guard !here.isEmpty else { return false }
        let covered = here.map { max(0, min($0.end, box.x1) - max($0.start, box.x0)) }.max() ?? 0
        return covered < settings.rows.besideRule * box.width
    }

    /// Labels that stand between rows are set in the middle of the rows that they label: cuts the column's rows into
    /// stretches with a label in the middle of each, so that the labels stand off their middles least.
    ///
    /// - Complexity: O(labels * rows * rows of one label).
    private func spreadFromMiddle(_ blocks: inout [CellBlock], members: [Int], rows: Int) {
        guard !members.isEmpty, rows <= settings.labels.mostCentredRows else { return }
        let own = Set(members)
        let others = blocks.indices.filter { !own.contains($0) }.map { blocks[$0] }
        let column = blocks[members[0]].columns.lowerBound
        let isTaken = (0..<rows).map { row in
            others.contains { $0.rows.contains(row) && $0.columns.contains(column) }
        }
        // best[end]: the least cost of the labels so far with all their rows above row `end`.
        var best = (0...rows).map { settings.labels.skippedRowCost * Double($0) }
        var choices: [[Range<Int>?]] = []
        for index in members {
            let block = blocks[index]
            let em = block.items.first?.chunk.em ?? 1
            let reach = settings.labels.overhang * em
            var next = [Double](repeating: .infinity, count: rows + 1)
            var choice = [Range<Int>?](repeating: nil, count: rows + 1)
            for first in 0..<rows where best[first].isFinite && ys[first] <= block.box.midY + reach {
                for last in (first + 1)...rows {
                    if isTaken[last - 1], !block.rows.contains(last - 1) { break }
                    guard ys[last] >= block.box.midY - reach else { continue }
                    let off = error(first..<last, block) / em
                    let cost = best[first] + off * off
                    if cost < next[last] {
                        next[last] = cost
                        choice[last] = first..<last
                    }
                }
            }
            for end in 1...rows where next[end - 1] + settings.labels.skippedRowCost < next[end] {
                next[end] = next[end - 1] + settings.labels.skippedRowCost
                choice[end] = nil
            }
            best = next
            choices.append(choice)
        }
        guard let total = best.last, total.isFinite else { return }
        var end = rows
        for (place, index) in members.enumerated().reversed() {
            while end > 0, choices[place][end] == nil { end -= 1 }
            guard let range = choices[place][end] else { return }
            blocks[index].rows = range
            end = range.lowerBound
        }
    }

    /// A label in the first columns that stands at the top of rows without one of their own, down to the next label.
    private func spreadDown(_ blocks: inout [CellBlock], column: Int, members: [Int], rows: Int) {
        let labels = members
        guard labels.count >= 1,
            labels.allSatisfy({ blocks[$0].items.contains { $0.chunk.kind == .text } })
        else { return }
        // What stands in each row; a label that is widened is the only one to look at the rows that it gains.
        var inRow = [[Int]](repeating: [], count: rows)
        for (index, block) in blocks.enumerated() { for row in block.rows { inRow[row].append(index) } }
        let filled = { (row: Int, blocks: [CellBlock]) in
            inRow[row].reduce(0) { $0 + (blocks[$1].columns.lowerBound > column ? blocks[$1].columns.count : 0) }
        }
        for (place, index) in labels.enumerated() where blocks[index].columns.count == 1 {
            let block = blocks[index]
            let limit = place + 1 < labels.count ? blocks[labels[place + 1]].rows.lowerBound : rows
            var end = block.rows.upperBound
            guard end < limit else { continue }
            let own = filled(block.rows.lowerBound, blocks)
            while end < limit,
                !inRow[end].contains(where: { $0 != index && blocks[$0].columns.overlaps(block.columns) }),
                Double(filled(end, blocks)) >= settings.labels.likeRow * Double(own),
                // The next column goes on, and no label further left begins anew.
                inRow[end].contains(where: { blocks[$0].columns.lowerBound == column + 1 }),
                !inRow[end].contains(where: {
                    blocks[$0].rows.lowerBound == end && blocks[$0].columns.lowerBound < column
                })
            {
                end += 1
            }
            if end > block.rows.upperBound { blocks[index].rows = block.rows.lowerBound..<end }
        }
    }

    private func error(_ rows: Range<Int>, _ block: CellBlock) -> Double {
        abs((ys[rows.lowerBound] + ys[rows.upperBound]) / 2 - block.box.midY)
    }

    /// How a label stands in its rows, as far as that can be told.
    private enum Stand {
        /// Clearly at the top, or clearly off the middle of the rows that it touches.
        case top, offCentre
        /// In the middle of a row of its own height.
        case unclear
    }

    private func stand(of block: CellBlock) -> Stand {
        guard block.columns.count == 1, block.items.contains(where: { $0.chunk.kind == .text }) else { return .unclear }
        let em = block.items.first?.chunk.em ?? 1
        let isOff = error(block.rows, block) > settings.labels.offCentre * em
        let others = tops[block.rows.lowerBound].filter { block.rows.count > 1 || $0 != block.box.y0 }
        let top = others.first ?? tops[block.rows.lowerBound].dropFirst().first
        if let top, abs(top - block.box.y0) < settings.labels.topTolerance * em { return isOff ? .top : .unclear }
        return isOff || block.rows.count > 1 ? .offCentre : .unclear
    }

    private func isOffCentre(_ block: CellBlock) -> Bool {
        if case .offCentre = stand(of: block) { true } else { false }
    }

    private func isAtTop(_ block: CellBlock) -> Bool {
        if case .top = stand(of: block) { true } else { false }
    }
}
