/// Pages that a user asks for: "1-3,7" or "5-".
public struct PageSelection: Hashable, Sendable, CustomStringConvertible {
    private var ranges: [ClosedRange<Int>]

    /// Nil when the text is no list of pages; pages count from 1.
    public init?(_ text: String) {
        var ranges: [ClosedRange<Int>] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let first = Int(ends[0]), first >= 1 else { return nil }
            switch ends.count {
            case 1: ranges.append(first...first)
            case 2 where ends[1].isEmpty: ranges.append(first...Int.max)
            default:
                guard let last = Int(ends[1]), last >= first else { return nil }
                ranges.append(first...last)
            }
        }
        guard !ranges.isEmpty else { return nil }
        self.ranges = ranges
    }

    /// - Parameter pages: Ascending.
    init(pages: [Int]) {
        ranges = []
        for page in pages {
            if let last = ranges.last, last.upperBound + 1 == page {
                ranges[ranges.count - 1] = last.lowerBound...page
            } else {
                ranges.append(page...page)
            }
        }
    }

    public func contains(_ page: Int) -> Bool { ranges.contains { $0.contains(page) } }

    public var description: String {
        ranges.map { range in
            if range.upperBound == Int.max { return "\(range.lowerBound)-" }
            return range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
        }.joined(separator: ",")
    }
}
