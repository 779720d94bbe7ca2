internal import PageModel

/// The filled part of a path whose segments all run along an axis, on the grid of its corner coordinates.
///
/// - Complexity: O(columns · rows + edges · rows).
struct RectilinearRegion {
    private var xs: [Double]
    private var ys: [Double]
    /// Row by row, `xs.count - 1` cells each.
    private var isFilled: [Bool]

    init(polygons: [[PathBuffer.Element]], evenOdd: Bool) {
        xs = Self.coordinates(polygons.joined().map(\.x))
        ys = Self.coordinates(polygons.joined().map(\.y))
        let columns = xs.count
        let rows = max(0, ys.count - 1)
        isFilled = Array(repeating: false, count: max(0, columns - 1) * rows)
        guard columns > 1, rows > 0 else { return }
        var turns = Array(repeating: 0, count: columns * rows)
        for polygon in polygons {
            for (index, element) in polygon.enumerated() {
                let next = polygon[(index + 1) % polygon.count]
                guard abs(next.y - element.y) > abs(next.x - element.x) else { continue }
                let column = Self.index(of: (element.x + next.x) / 2, in: xs)
                let from = Self.index(of: element.y, in: ys)
                let to = Self.index(of: next.y, in: ys)
                let turn = evenOdd || from < to ? 1 : -1
                for row in min(from, to)..<max(from, to) { turns[row * columns + column] += turn }
            }
        }
        for row in 0..<rows {
            var winding = 0
            for column in 0..<(columns - 1) {
                winding += turns[row * columns + column]
                isFilled[row * (columns - 1) + column] = evenOdd ? winding % 2 != 0 : winding != 0
            }
        }
    }

    /// The region as boxes. Thin ones come in full length along both axes and overlap where they cross.
    func boxes(thinSide: Double) -> [Rect] {
        let columns = xs.count - 1
        let rows = ys.count - 1
        guard columns > 0, rows > 0 else { return [] }
        let lying = merged(outer: rows, inner: columns, at: { $0 * columns + $1 }).map { run in
            Rect(
                x0: xs[run.inner.lowerBound], y0: ys[run.outer.lowerBound],
                x1: xs[run.inner.upperBound], y1: ys[run.outer.upperBound])
        }
        let standing = merged(outer: columns, inner: rows, at: { $1 * columns + $0 }).map { run in
            Rect(
                x0: xs[run.outer.lowerBound], y0: ys[run.inner.lowerBound],
                x1: xs[run.outer.upperBound], y1: ys[run.inner.upperBound])
        }
        return lying.filter { $0.width > thinSide || $0.height <= $0.width }
            + standing.filter { $0.width <= thinSide && $0.height > $0.width }
    }

    private struct Run {
        var inner: Range<Int>
        var outer: Range<Int>
    }

    /// Runs of filled cells along the inner direction, equal ones of neighbouring lines made one.
    private func merged(outer: Int, inner: Int, at index: (Int, Int) -> Int) -> [Run] {
        var done: [Run] = []
        var open: [Run] = []
        for line in 0...outer {
            var next: [Run] = []
            var cell = 0
            while line < outer, cell < inner {
                guard isFilled[index(line, cell)] else {
                    cell += 1
                    continue
                }
                let start = cell
                while cell < inner, isFilled[index(line, cell)] { cell += 1 }
                if let same = open.firstIndex(where: { $0.inner == start..<cell }) {
                    let run = open.remove(at: same)
                    next.append(Run(inner: run.inner, outer: run.outer.lowerBound..<(line + 1)))
                } else {
                    next.append(Run(inner: start..<cell, outer: line..<(line + 1)))
                }
            }
            done += open
            open = next
        }
        return done
    }

    /// Sorted, those nearer than a hundredth of a point made one.
    private static func coordinates(_ values: [Double]) -> [Double] {
        var result: [Double] = []
        for value in values.sorted() where value - (result.last ?? -.infinity) > 0.01 { result.append(value) }
        return result
    }

    private static func index(of value: Double, in sorted: [Double]) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] <= value + 0.005 { low = middle + 1 } else { high = middle }
        }
        // `low` is past the last coordinate not above the value; with slightly slanted sides the next may be nearer.
        let below = max(0, low - 1)
        return below + 1 < sorted.count && sorted[below + 1] - value < value - sorted[below] ? below + 1 : below
    }
}
