internal import PageModel

/// Ruling lines of one axis by their position, ready to be asked for those between two positions.
struct RuleIndex {
    /// By position.
    let lines: [RulingLine]
    private let positions: [Double]

    init(_ lines: [RulingLine]) {
        self.lines = lines.sorted { ($0.position, $0.start, $0.end) < ($1.position, $1.start, $1.end) }
        positions = self.lines.map(\.position)
    }

    /// The lines strictly between two positions.
    ///
    /// - Complexity: O(log n) and the lines found.
    func between(_ low: Double, _ high: Double) -> ArraySlice<RulingLine> {
        var first = positions.firstIndex(atLeast: low)
        while first < positions.count, positions[first] == low { first += 1 }
        return lines[first..<max(first, positions.firstIndex(atLeast: high))]
    }

    /// The lines no further than `tolerance` from a position.
    func near(_ position: Double, tolerance: Double) -> ArraySlice<RulingLine> {
        let first = positions.firstIndex(atLeast: position - tolerance)
        var end = positions.firstIndex(atLeast: position + tolerance)
        while end < positions.count, positions[end] <= position + tolerance { end += 1 }
        return lines[first..<max(first, end)].drop { abs($0.position - position) > tolerance }
            .prefix { abs($0.position - position) <= tolerance }
    }

    /// Whether a horizontal line lies between two boxes, over at least this share of the narrower one's width.
    func separates(_ upper: Rect, _ lower: Rect, covering share: Double) -> Bool {
        let from = max(upper.x0, lower.x0)
        let to = min(upper.x1, lower.x1)
        let range = to > from ? (from, to) : (min(upper.x0, lower.x0), max(upper.x1, lower.x1))
        return between(upper.midY, lower.midY).contains { line in
            min(line.end, range.1) - max(line.start, range.0) >= share * (range.1 - range.0)
        }
    }
}
