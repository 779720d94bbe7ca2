internal import PageModel

/// Cells from the ruling lines of one component.
///
/// The lines' positions make a grid; a side of a grid position that is drawn is a border; positions without a border
/// between them are one merged cell.
struct LatticeGrid {
    /// Ascending; at least two each.
    let xs: [Double]
    let ys: [Double]
    /// A cell's place in the grid.
    struct Slot: Hashable {
        var rows: Range<Int>
        var columns: Range<Int>
    }
    /// In row, then column order; together they cover the grid exactly once.
    let slots: [Slot]
    /// For each grid position, row by row, the number of its slot.
    let owner: [Int]

    var rows: Int { ys.count - 1 }
    var columns: Int { xs.count - 1 }
    var box: Rect { Rect(x0: xs[0], y0: ys[0], x1: xs[columns], y1: ys[rows]) }

    /// Nil when the lines make no grid of at least one position.
    init?(_ component: LineComponent, settings: TableSettings) {
        let left = component.horizontal.map(\.start) + component.vertical.map(\.position)
        let right = component.horizontal.map(\.end) + component.vertical.map(\.position)
        let top = component.vertical.map(\.start) + component.horizontal.map(\.position)
        let bottom = component.vertical.map(\.end) + component.horizontal.map(\.position)
        guard let x0 = left.min(), let x1 = right.max(), let y0 = top.min(), let y1 = bottom.max() else { return nil }
        // An open side has no line of its own; the ends of the lines that reach it stand in for it.
        let xs = clustered(component.vertical.map(\.position) + [x0, x1], tolerance: settings.rulings.snapTolerance)
        let ys = clustered(component.horizontal.map(\.position) + [y0, y1], tolerance: settings.rulings.snapTolerance)
        guard xs.count >= 2, ys.count >= 2, (xs.count - 1) * (ys.count - 1) <= settings.lattice.mostPositions else {
            return nil
        }

        let rowBorders = Borders(
            lines: component.horizontal, positions: ys, across: xs, settings: settings)
        let columnBorders = Borders(lines: component.vertical, positions: xs, across: ys, settings: settings)
        let rows = ys.count - 1
        let columns = xs.count - 1
        var sets = DisjointSets(count: rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let here = row * columns + column
                if column + 1 < columns, !columnBorders.isDrawn(at: column + 1, segment: row) {
                    sets.unite(here, here + 1)
                }
                if row + 1 < rows, !rowBorders.isDrawn(at: row + 1, segment: column) {
                    sets.unite(here, here + columns)
                }
            }
        }
        self.xs = xs
        self.ys = ys
        (slots, owner) = LatticeGrid.rectangles(rows: rows, columns: columns) { sets.root(of: $0) }
    }

    /// Cuts the joined regions into rectangles: a region that is one already stays whole, another is cut into the
    /// runs of its rows, equal runs below each other kept together.
    private static func rectangles(rows: Int, columns: Int, region: (Int) -> Int) -> ([Slot], [Int]) {
        var owner = [Int](repeating: -1, count: rows * columns)
        var slots: [Slot] = []
        let regions = (0..<(rows * columns)).map(region)
        for row in 0..<rows {
            for column in 0..<columns where owner[row * columns + column] < 0 {
                let name = regions[row * columns + column]
                var right = column + 1
                while right < columns, regions[row * columns + right] == name, owner[row * columns + right] < 0 {
                    right += 1
                }
                var bottom = row + 1
                extend: while bottom < rows {
                    for inner in column..<right
                    where regions[bottom * columns + inner] != name || owner[bottom * columns + inner] >= 0 {
                        break extend
                    }
                    // A region that goes on sideways in this row is no rectangle here: end above it.
                    if column > 0, regions[bottom * columns + column - 1] == name { break }
                    if right < columns, regions[bottom * columns + right] == name { break }
                    bottom += 1
                }
                for inner in row..<bottom {
                    for position in column..<right { owner[inner * columns + position] = slots.count }
                }
                slots.append(Slot(rows: row..<bottom, columns: column..<right))
            }
        }
        return (slots, owner)
    }

    func box(of slot: Slot) -> Rect {
        Rect(
            x0: xs[slot.columns.lowerBound], y0: ys[slot.rows.lowerBound], x1: xs[slot.columns.upperBound],
            y1: ys[slot.rows.upperBound])
    }

    /// The slot that holds a point, nil outside the grid.
    func slot(at point: Point) -> Int? {
        guard point.x >= xs[0], point.x <= xs[columns], point.y >= ys[0], point.y <= ys[rows] else { return nil }
        let column = min(max(xs.firstIndex(atLeast: point.x) - 1, 0), columns - 1)
        let row = min(max(ys.firstIndex(atLeast: point.y) - 1, 0), rows - 1)
        return owner[row * columns + column]
    }
}

/// Which sides of the grid's positions are drawn.
private struct Borders {
    private let drawn: [Bool]
    private let segments: Int

    /// - Parameters:
    ///   - lines: All of one axis.
    ///   - positions: The grid coordinates on which these lines lie.
    ///   - across: The grid coordinates of the other axis, which cut the lines into segments.
    init(lines: [RulingLine], positions: [Double], across: [Double], settings: TableSettings) {
        segments = across.count - 1
        var covered = [Double](repeating: 0, count: positions.count * segments)
        let tolerance = settings.rulings.joinTolerance
        for line in lines {
            let index = positions.nearestIndex(to: line.position)
            var segment = max(0, across.firstIndex(atLeast: line.start - tolerance) - 1)
            while segment < segments, across[segment] < line.end + tolerance {
                // Lines may stop a hair short of the corner.
                let from = line.start <= across[segment] + tolerance ? across[segment] : line.start
                let to = line.end >= across[segment + 1] - tolerance ? across[segment + 1] : line.end
                if to > from { covered[index * segments + segment] += to - from }
                segment += 1
            }
        }
        var drawn = [Bool](repeating: false, count: covered.count)
        for index in positions.indices {
            for segment in 0..<segments {
                let length = across[segment + 1] - across[segment]
                drawn[index * segments + segment] =
                    covered[index * segments + segment] >= settings.rulings.borderCoverage * length
            }
        }
        self.drawn = drawn
    }

    func isDrawn(at index: Int, segment: Int) -> Bool { drawn[index * segments + segment] }
}

/// The middles of groups of values that lie within `tolerance` of their group's first, ascending.
func clustered(_ values: [Double], tolerance: Double) -> [Double] {
    var result: [Double] = []
    var first = 0.0
    for value in values.sorted() {
        if result.isEmpty || value - first > tolerance {
            result.append(value)
            first = value
        } else {
            result[result.count - 1] = (first + value) / 2
        }
    }
    return result
}

extension Array where Element == Double {
    /// The index of the value closest to `value` in an ascending, non-empty array.
    func nearestIndex(to value: Double) -> Int {
        let after = firstIndex(atLeast: value)
        if after == 0 { return 0 }
        if after == count { return count - 1 }
        return self[after] - value < value - self[after - 1] ? after : after - 1
    }
}
