internal import Glibc
internal import PageModel

/// The operators of upright text by size, line and place on the line: what stands near a glyph is found by halving.
struct ShowIndex {
    private struct Line {
        var y: Double
        /// By place, then order.
        var shows: [TextShow]
    }

    /// Operators of nearly one size.
    private struct Sizes {
        var size: Double
        /// From the upper edge of the page down.
        var lines: [Line]
    }

    var isEmpty: Bool { classes.isEmpty }
    private let classes: [Sizes]
    /// How many lines and operators were looked at so far; grows with the logarithm of their number for each glyph.
    private(set) var steps = 0

    /// Sizes of a class differ by less than this factor.
    private static let sizeStep = 1.1
    /// Sizes in points that text may have; the rest is nonsense.
    private static let sizeBounds = 0.01...100_000.0
    /// Operators whose baselines differ by less than this many font sizes are on one line.
    private static let sameLine = 0.02

    init(_ shows: [TextShow]) {
        var bySize: [Int: [TextShow]] = [:]
        for show in shows where show.angle == QuarterTurn.none && Self.sizeBounds.contains(show.size) {
            bySize[Int((log(show.size) / log(Self.sizeStep)).rounded()), default: []].append(show)
        }
        classes = bySize.map { key, shows in
            let size = pow(Self.sizeStep, Double(key))
            return Sizes(size: size, lines: Self.lines(of: shows, apart: Self.sameLine * size))
        }.sorted { $0.size < $1.size }
    }

    private static func lines(of shows: [TextShow], apart: Double) -> [Line] {
        var lines: [Line] = []
        for show in shows.sorted(by: { $0.origin.y < $1.origin.y }) {
            if let last = lines.last, show.origin.y - last.y < apart {
                lines[lines.count - 1].shows.append(show)
            } else {
                lines.append(Line(y: show.origin.y, shows: [show]))
            }
        }
        for index in lines.indices {
            lines[index].shows.sort { ($0.origin.x, $0.order) < ($1.origin.x, $1.order) }
        }
        return lines
    }

    /// Calls `body` with the last operator of each line that begins at or before `x`.
    ///
    /// - Parameters:
    ///   - height: Of the glyph; operators of less than half or more than one and a half times that size are not its own.
    ///   - y: Bounds of the baselines.
    mutating func forLast(before x: Double, height: Double, y: ClosedRange<Double>, _ body: (TextShow) -> Void) {
        for sizes in classes where abs(sizes.size - height) <= 0.5 * height {
            forLines(of: sizes, y) { line in
                let end = line.shows.firstIndex(beyond: { $0.origin.x > x })
                if end > 0 { body(line.shows[end - 1]) }
            }
        }
    }

    /// The operator that begins at a place, nil where none or more than one do.
    ///
    /// - Parameter tolerance: In font sizes.
    mutating func only(at x: Double, tolerance: Double, y: ClosedRange<Double>) -> TextShow? {
        var found: TextShow?
        var count = 0
        for sizes in classes where count < 2 {
            let reach = tolerance * sizes.size
            forLines(of: sizes, y) { line in
                let first = line.shows.firstIndex(beyond: { $0.origin.x >= x - reach })
                guard count < 2, first < line.shows.count, line.shows[first].origin.x <= x + reach else { return }
                let next = first + 1
                count += next < line.shows.count && line.shows[next].origin.x <= x + reach ? 2 : 1
                found = line.shows[first]
            }
        }
        return count == 1 ? found : nil
    }

    private mutating func forLines(of sizes: Sizes, _ y: ClosedRange<Double>, _ body: (Line) -> Void) {
        var index = sizes.lines.firstIndex(beyond: { $0.y >= y.lowerBound })
        while index < sizes.lines.count, sizes.lines[index].y <= y.upperBound {
            body(sizes.lines[index])
            index += 1
            steps += 1
        }
    }
}
