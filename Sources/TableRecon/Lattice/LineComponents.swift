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
    let lone = groups.values.filter(\.horizontal.isEmpty).flatMap(\.vertical)
    let grids = groups.values.filter { !$0.horizontal.isEmpty && !$0.vertical.isEmpty }
    return lone.isEmpty ? grids : joining(lone, to: grids, tolerance: tolerance)
}

/// The groups with the lone upright lines that stand beside them and are as tall: columns of a cell that goes through a
/// whole page, open above and below, as browsers print them.
///
/// - Complexity: O(n) on average.
private func joining(_ lone: [RulingLine], to grids: [LineComponent], tolerance: Double) -> [LineComponent] {
    struct Height: Hashable {
        var top: Int
        var bottom: Int
    }
    func height(_ top: Double, _ bottom: Double) -> Height {
        Height(top: Int((top / tolerance).rounded()), bottom: Int((bottom / tolerance).rounded()))
    }
    let byHeight = Dictionary(grouping: lone) { height($0.start, $0.end) }
    return grids.map { grid in
        guard let box = grid.box else { return grid }
        let exact = height(box.y0, box.y1)
        var grid = grid
        for top in exact.top - 1...exact.top + 1 {
            for bottom in exact.bottom - 1...exact.bottom + 1 {
                grid.vertical += byHeight[Height(top: top, bottom: bottom)] ?? []
            }
        }
        return grid
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
