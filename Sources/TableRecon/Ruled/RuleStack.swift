internal import PageModel

/// Horizontal rules below each other that begin and end alike: the rules that run across one table, or across several
/// tables of one width.
struct RuleStack {
    /// From the top; at least two.
    var rules: [RulingLine]

    var left: Double { rules.map(\.start).min() ?? 0 }
    var right: Double { rules.map(\.end).max() ?? 0 }
    var top: Double { rules.first?.position ?? 0 }
    var bottom: Double { rules.last?.position ?? 0 }

    /// Whether the other stack's rules only run across some columns of this one.
    func covers(_ other: RuleStack, tolerance: Double) -> Bool {
        other.left >= left - tolerance && other.right <= right + tolerance && other.top >= top - tolerance
            && other.bottom <= bottom + tolerance && other.right - other.left < right - left - tolerance
    }
}

extension RuleStack {
    /// Where a rule begins and ends, in steps of the tolerance.
    private struct Ends: Hashable {
        var start: Int
        var end: Int
    }

    /// The stacks that the horizontal ones of some lines make, the upper ones first; none on a page with so many that
    /// they are a drawing.
    ///
    /// - Complexity: O(n) on average for n lines, and the square of the few stacks.
    static func stacks(of lines: [RulingLine], settings: TableSettings) -> [RuleStack] {
        let tolerance = settings.ruled.endTolerance
        let rules = lines.filter {
            $0.axis == .horizontal && $0.origin != .fillEdge && $0.length >= settings.ruled.shortest
        }
        .sorted { ($0.position, $0.start) < ($1.position, $1.start) }
        var groups: [[RulingLine]] = []
        var places: [Ends: [Int]] = [:]
        for rule in rules {
            let ends = Ends(
                start: Int((rule.start / tolerance).rounded()), end: Int((rule.end / tolerance).rounded()))
            let near = (-1...1).flatMap { start in
                (-1...1).flatMap { places[Ends(start: ends.start + start, end: ends.end + $0)] ?? [] }
            }
            let home = near.first { index in
                abs(groups[index][0].start - rule.start) <= tolerance
                    && abs(groups[index][0].end - rule.end) <= tolerance
            }
            if let home {
                groups[home].append(rule)
            } else {
                places[ends, default: []].append(groups.count)
                groups.append([rule])
            }
        }
        let stacks = groups.filter { $0.count >= 2 }.map { RuleStack(rules: $0) }
            .sorted { ($0.top, $0.left) < ($1.top, $1.left) }
        guard stacks.count <= settings.ruled.mostStacks else { return [] }
        return stacks.filter { stack in !stacks.contains { $0.covers(stack, tolerance: tolerance) } }
    }
}
