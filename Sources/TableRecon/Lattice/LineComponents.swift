internal import PageModel

/// Ruling lines that hang together by touching or crossing each other.
struct LineComponent {
    var horizontal: [RulingLine]
    var vertical: [RulingLine]
}

/// Splits a page's ruling lines into the groups that hang together.
///
/// - Parameter tolerance: Lines that miss each other by no more than this touch.
/// - Returns: Groups with at least one line each way, in no particular order.
/// - Complexity: O(n log n + k) with k pairs of lines whose x ranges meet.
func components(of lines: [RulingLine], tolerance: Double) -> [LineComponent] {
    let horizontal = lines.filter { $0.axis == .horizontal }
    let vertical = lines.filter { $0.axis == .vertical }.sorted { $0.position < $1.position }
    var sets = DisjointSets(count: horizontal.count + vertical.count)
    let positions = vertical.map(\.position)
    for (index, line) in horizontal.enumerated() {
        var other = positions.firstIndex(atLeast: line.start - tolerance)
        while other < vertical.count, positions[other] <= line.end + tolerance {
            let crossing = vertical[other]
            if crossing.start - tolerance <= line.position, line.position <= crossing.end + tolerance {
                sets.unite(index, horizontal.count + other)
            }
            other += 1
        }
    }
    var groups: [Int: LineComponent] = [:]
    for (index, line) in horizontal.enumerated() {
        groups[sets.root(of: index), default: LineComponent(horizontal: [], vertical: [])].horizontal.append(line)
    }
    for (index, line) in vertical.enumerated() {
        groups[sets.root(of: horizontal.count + index), default: LineComponent(horizontal: [], vertical: [])].vertical
            .append(line)
    }
    return groups.values.filter { !$0.horizontal.isEmpty && !$0.vertical.isEmpty }
}

/// Union-find with path halving.
struct DisjointSets {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    mutating func root(of element: Int) -> Int {
        var element = element
        while parent[element] != element {
            parent[element] = parent[parent[element]]
            element = parent[element]
        }
        return element
    }

    mutating func unite(_ a: Int, _ b: Int) {
        let (a, b) = (root(of: a), root(of: b))
        if a != b { parent[max(a, b)] = min(a, b) }
    }
}

extension Array where Element == Double {
    /// The first index whose value is at least `value`, in an ascending array; `count` when there is none.
    func firstIndex(atLeast value: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
