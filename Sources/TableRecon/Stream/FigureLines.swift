internal import PageModel

/// The lines with figures of a table whose rows follow each other like lines of text: each stands first, last or in the
/// middle of its row, and the lines of text between them belong to the row above or below.
struct FigureLines {
    private enum Place {
        case first
        case last
        /// With the number of the row that the text in a line and column belongs to.
        case middle([Position: Int])
        case unknown
    }

    private struct Position: Hashable {
        var line: Int
        var column: Int

        init(_ item: RegionItem) {
            line = item.line
            column = item.columns.lowerBound
        }
    }

    private let place: Place
    /// Lines with figures.
    private let lines: Set<Int>
    /// Lines of text alone that cannot be the label of a group of rows.
    private let followers: Set<Int>

    /// - Parameters:
    ///   - byLine: The region's items by their lines.
    ///   - limits: The right end of the text that ends in each column, by the column's upper bound.
    init(
        layout: ColumnLayout, bodyLine: Int, byLine: [Int: [RegionItem]], limits: [Int: Double], settings: TableSettings
    ) {
        let body = layout.items.filter { $0.line >= bodyLine }
        let columns = FigureLines.figureColumns(body)
        let lines = Set(body.filter { $0.columns.contains(where: columns.contains) }.map(\.line))
        let others = Set(body.map(\.line)).subtracting(lines)
        followers = others.filter { line in
            byLine[line, default: []].count > 1 || byLine[line, default: []].contains { $0.columns.lowerBound > 0 }
        }
        self.lines = lines
        guard lines.count >= 2, !others.isEmpty, let top = body.map(\.line).min(), let bottom = body.map(\.line).max()
        else {
            place = .unknown
            return
        }
        let texts = body.filter { !$0.columns.contains(where: columns.contains) }
        let textLines = Set(texts.map(\.line))
        let isBetween = lines.contains { !textLines.contains($0) && $0 > textLines.min() ?? 0 }
        if isBetween || !lines.contains(top) && !lines.contains(bottom) {
            let heights = lines.sorted().map { line in
                byLine[line, default: []].filter { $0.columns.contains(where: columns.contains) }.map(\.box).union?.midY
                    ?? 0
            }
            let centred = CentredRows(heights: heights, settings: settings)
            var rows: [Position: Int]? = [:]
            for (_, column) in Dictionary(grouping: texts, by: { $0.columns }) {
                guard let found = centred.rows(of: column) else {
                    rows = nil
                    break
                }
                for (item, row) in zip(column, found) { rows?[Position(item)] = row }
            }
            place = rows.map { .middle($0) } ?? .unknown
            return
        }
        // How surely words run on from line to line.
        func goesOn(_ upper: [RegionItem]?, _ lower: [RegionItem]?) -> Int {
            var sum = 0
            for lower in lower ?? [] {
                for upper in upper ?? [] where upper.columns.lowerBound == lower.columns.lowerBound {
                    let limit = limits[upper.columns.upperBound] ?? upper.box.x1
                    if upper.piece.runsOn(into: lower.piece) {
                        sum += 3
                    } else if upper.piece.wraps(into: lower.piece, limit: limit) {
                        sum += 1
                    }
                }
            }
            return sum
        }
        let up = others.reduce(0) { $0 + goesOn(byLine[$1 - 1], byLine[$1]) }
        let down = others.reduce(0) { $0 + goesOn(byLine[$1], byLine[$1 + 1]) }
        switch (lines.contains(top), lines.contains(bottom)) {
        case (true, false): place = .first
        case (false, true): place = .last
        default:
            // Labels alone may head groups of rows.
            if followers.isEmpty, min(up, down) * 2 > max(up, down) || max(up, down) < 6 {
                place = .unknown
            } else {
                place = up >= down ? .first : .last
            }
        }
    }

    /// Figures stand in the middle of their rows.
    var areCentred: Bool { if case .middle = place { true } else { false } }

    /// Columns in which most pieces are figures or stand for such.
    private static func figureColumns(_ body: [RegionItem]) -> Set<Int> {
        var counts: [Int: (figures: Int, all: Int)] = [:]
        for item in body where item.columns.count == 1 {
            counts[item.columns.lowerBound, default: (0, 0)].all += 1
            if item.piece.kind != .text { counts[item.columns.lowerBound, default: (0, 0)].figures += 1 }
        }
        return Set(counts.filter { $0.value.figures >= 2 && $0.value.figures * 10 >= $0.value.all * 7 }.keys)
    }

    /// Whether the lower of two texts below each other goes on the cell of the upper one; nil where the figures do not
    /// tell.
    func goesOn(_ upper: RegionItem, _ lower: RegionItem) -> Bool? {
        switch place {
        case .first:
            if lines.contains(lower.line) { return false }
            return lower.line == upper.line + 1 && followers.contains(lower.line) ? true : nil
        case .last:
            if lines.contains(upper.line) { return false }
            return lower.line == upper.line + 1 && followers.contains(upper.line) ? true : nil
        case .middle(let rows):
            guard let first = rows[Position(upper)], let second = rows[Position(lower)] else { return nil }
            return first == second
        case .unknown: return nil
        }
    }
}

/// Rows whose figures stand in the middle of lines of text.
struct CentredRows {
    /// The middles of the figures, ascending.
    let heights: [Double]
    let settings: TableSettings

    /// The row of each line of a column: cuts the lines into stretches so that the middles of these miss the figures
    /// least.
    ///
    /// - Returns: Nil where a stretch would miss its figures by much.
    /// - Complexity: O(lines * rows * lines of a row).
    func rows(of items: [RegionItem]) -> [Int]? {
        guard let em = items.map(\.piece.em).max(), heights.count <= settings.mostCentredRows else { return nil }
        let count = items.count
        // The first line of the stretch without wide gaps that each line stands in.
        var tops = Array(0..<count)
        for (index, (upper, lower)) in zip(items, items.dropFirst()).enumerated()
        where lower.box.midY - upper.box.midY <= settings.wrapPitch * em {
            tops[index + 1] = tops[index]
        }
        // best[end]: the least error of the rows so far, with all lines above `end` in them.
        var best = [Double](repeating: .infinity, count: count + 1)
        best[0] = 0
        var starts: [[Int]] = []
        for height in heights {
            var next = [Double](repeating: .infinity, count: count + 1)
            var start = [Int](repeating: 0, count: count + 1)
            for end in 0...count {
                for first in max(0, end - settings.longestCell)...end where best[first].isFinite {
                    let error =
                        first == end
                        ? settings.skippedRowCost
                        : abs((items[first].box.midY + items[end - 1].box.midY) / 2 - height) / em
                    guard first == end || error <= settings.centredError && tops[end - 1] <= first else { continue }
                    if best[first] + error < next[end] {
                        next[end] = best[first] + error
                        start[end] = first
                    }
                }
            }
            best = next
            starts.append(start)
        }
        guard best[count].isFinite else { return nil }
        var rows = [Int](repeating: 0, count: count)
        var end = count
        for row in heights.indices.reversed() {
            let first = starts[row][end]
            for index in first..<end { rows[index] = row }
            end = first
        }
        return rows
    }
}
