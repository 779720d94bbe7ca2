internal import PageModel

/// The lines with figures of a table whose rows follow each other like lines of text: each begins or ends a row, and
/// lines of text alone between them belong to the row above or below.
struct FigureLines {
    /// Where in its row the line with the figures stands.
    enum Place {
        case first
        case last
    }

    /// Nil where the table does not tell.
    let place: Place?
    private let followers: Set<Int>

    /// - Parameters:
    ///   - byLine: The region's items by their lines.
    ///   - limits: The right end of the text that ends in each column, by the column's upper bound.
    init(layout: ColumnLayout, bodyLine: Int, byLine: [Int: [RegionItem]], limits: [Int: Double]) {
        let body = layout.items.filter { $0.line >= bodyLine }
        var counts: [Int: (figures: Int, all: Int)] = [:]
        for item in body where item.columns.count == 1 {
            counts[item.columns.lowerBound, default: (0, 0)].all += 1
            if item.piece.kind != .text { counts[item.columns.lowerBound, default: (0, 0)].figures += 1 }
        }
        let columns = Set(counts.filter { $0.value.figures >= 2 && $0.value.figures * 10 >= $0.value.all * 7 }.keys)
        let isFigure = { (item: RegionItem) in item.columns.contains(where: columns.contains) }
        let lines = Set(body.filter(isFigure).map(\.line))
        // A label alone may head the rows below it: its words must tell.
        let followers = Set(body.map(\.line)).subtracting(lines).filter { line in
            byLine[line, default: []].count > 1 || byLine[line, default: []].contains { $0.columns.lowerBound > 0 }
        }
        self.followers = followers
        guard lines.count >= 2, !followers.isEmpty, let top = body.map(\.line).min(), let bottom = body.map(\.line).max()
        else {
            place = nil
            return
        }
        switch (lines.contains(top), lines.contains(bottom)) {
        case (true, false): place = .first
        case (false, true): place = .last
        case (false, false): place = nil
        case (true, true):
            var goesOn = (up: 0, down: 0)
            for line in followers {
                for item in byLine[line, default: []] {
                    let wraps = { (upper: RegionItem, lower: RegionItem) in
                        upper.columns.lowerBound == lower.columns.lowerBound
                            && upper.piece.wraps(
                                into: lower.piece, limit: limits[upper.columns.upperBound] ?? upper.box.x1)
                    }
                    if byLine[line - 1, default: []].contains(where: { wraps($0, item) }) { goesOn.up += 1 }
                    if byLine[line + 1, default: []].contains(where: { wraps(item, $0) }) { goesOn.down += 1 }
                }
            }
            place = goesOn.up >= goesOn.down ? .first : .last
        }
    }

    /// Whether the lower of two lines below each other carries on the row of the upper one; nil where the figures do not
    /// tell.
    func goesOn(_ upper: Int, _ lower: Int) -> Bool? {
        switch place {
        case .first: followers.contains(lower) ? true : nil
        case .last: followers.contains(upper) ? true : nil
        case nil: nil
        }
    }
}
