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

        init(_ item: PlacedChunk) {
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
        layout: ColumnLayout, bodyLine: Int, byLine: [Int: [PlacedChunk]], limits: [Int: Double],
        settings: TableSettings
    ) {
        let body = layout.items.filter { $0.line >= bodyLine }
        let columns = FigureLines.figureColumns(body)
        // Without figures a line with text in most columns takes their place.
        let lines =
            columns.isEmpty
            ? Set(Dictionary(grouping: body, by: \.line).filter { $0.value.count * 4 >= layout.columns * 3 }.keys)
            : Set(body.filter { $0.columns.contains(where: columns.contains) }.map(\.line))
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
        let (hasTop, hasBottom) = (lines.contains(top), lines.contains(bottom))
        let heights = lines.sorted().map { line in
            byLine[line, default: []].filter { $0.columns.contains(where: columns.contains) }.map(\.box).union?.midY
                ?? 0
        }
        let centred = CentredRows(heights: heights, settings: settings)
        let texts = Dictionary(
            grouping: body.filter { !$0.columns.contains(where: columns.contains) }, by: \.columns
        ).values
        if !hasTop && !hasBottom || !columns.isEmpty && texts.contains(where: centred.standBetween) {
            place = FigureLines.rows(of: texts, in: centred).map { .middle($0) } ?? .unknown
        } else if hasTop != hasBottom {
            place = hasTop ? .first : .last
        } else {
            let sureness = { (upper: Int, lower: Int) in
                FigureLines.sureness(byLine[upper], into: byLine[lower], limits: limits, settings: settings.rows)
            }
            let up = others.reduce(0) { $0 + sureness($1 - 1, $1) }
            let down = others.reduce(0) { $0 + sureness($1, $1 + 1) }
            // Labels alone may head groups of rows.
            let isUnsure = followers.isEmpty && (min(up, down) * 2 > max(up, down) || max(up, down) < 6)
            place = isUnsure ? .unknown : up >= down ? .first : .last
        }
    }

    private static func rows(of texts: some Collection<[PlacedChunk]>, in centred: CentredRows) -> [Position: Int]? {
        var rows: [Position: Int] = [:]
        for column in texts {
            guard let found = centred.rows(of: column) else { return nil }
            for (item, row) in zip(column, found) { rows[Position(item)] = row }
        }
        return rows
    }

    /// How surely the words of a line run on into the next: 3 for each text whose words tell, 1 for each that fills its
    /// column.
    private static func sureness(
        _ upper: [PlacedChunk]?, into lower: [PlacedChunk]?, limits: [Int: Double], settings: TableSettings.Rows
    ) -> Int {
        var sum = 0
        for lower in lower ?? [] {
            for upper in upper ?? [] where upper.columns.lowerBound == lower.columns.lowerBound {
                let limit = limits[upper.columns.upperBound] ?? upper.box.x1
                if upper.chunk.runsOn(into: lower.chunk) {
                    sum += 3
                } else if upper.chunk.wraps(into: lower.chunk, limit: limit, settings: settings) {
                    sum += 1
                }
            }
        }
        return sum
    }

    /// Figures stand in the middle of their rows.
    var areCentred: Bool { if case .middle = place { true } else { false } }

    /// Columns in which most chunks are figures or stand for such.
    private static func figureColumns(_ body: [PlacedChunk]) -> Set<Int> {
        var counts: [Int: (figures: Int, all: Int)] = [:]
        for item in body where item.columns.count == 1 {
            counts[item.columns.lowerBound, default: (0, 0)].all += 1
            if item.chunk.kind != .text { counts[item.columns.lowerBound, default: (0, 0)].figures += 1 }
        }
        return Set(counts.filter { $0.value.figures >= 2 && $0.value.figures * 10 >= $0.value.all * 7 }.keys)
    }

    /// Whether the lower of two texts below each other goes on the cell of the upper one; nil where the figures do not
    /// tell.
    func goesOn(_ upper: PlacedChunk, _ lower: PlacedChunk) -> Bool? {
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
