/// Intervals on a line, ready to be asked which of them meet another one.
struct IntervalIndex {
    /// The intervals' numbers, by where they begin.
    private let order: [Int]
    private let starts: [Double]
    private let ends: [Double]
    /// A binary tree over `order`: for each node the farthest end below it, the root at 1, the leaves from `leaves` on.
    private var farthest: [Double]
    private let leaves: Int

    /// - Complexity: O(n log n).
    init(_ intervals: [ClosedRange<Double>]) {
        let order = intervals.indices.sorted { intervals[$0].lowerBound < intervals[$1].lowerBound }
        self.order = order
        starts = order.map { intervals[$0].lowerBound }
        ends = order.map { intervals[$0].upperBound }
        var leaves = 1
        while leaves < order.count { leaves *= 2 }
        self.leaves = leaves
        farthest = [Double](repeating: -.infinity, count: 2 * leaves)
        for (place, end) in ends.enumerated() { farthest[leaves + place] = end }
        for node in stride(from: leaves - 1, to: 0, by: -1) {
            farthest[node] = max(farthest[2 * node], farthest[2 * node + 1])
        }
    }

    /// The numbers of the intervals that have a point in common with `range`, in no particular order.
    ///
    /// - Complexity: O(log n) for each one found.
    func meeting(_ range: ClosedRange<Double>) -> [Int] {
        // Those that begin in the range or before it are the first ones; of these the ends decide.
        var count = starts.firstIndex(atLeast: range.upperBound)
        while count < starts.count, starts[count] == range.upperBound { count += 1 }
        var result: [Int] = []
        collect(node: 1, from: 0, width: leaves, before: count, reaching: range.lowerBound, into: &result)
        return result
    }

    private func collect(
        node: Int, from: Int, width: Int, before count: Int, reaching low: Double, into result: inout [Int]
    ) {
        guard from < count, farthest[node] >= low else { return }
        if width == 1 {
            result.append(order[from])
            return
        }
        let half = width / 2
        collect(node: 2 * node, from: from, width: half, before: count, reaching: low, into: &result)
        collect(node: 2 * node + 1, from: from + half, width: half, before: count, reaching: low, into: &result)
    }
}
