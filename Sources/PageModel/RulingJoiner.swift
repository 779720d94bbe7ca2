/// Makes one line of the pieces in which it was drawn.
///
/// Lines at different positions stay apart: the two strokes of a double line are two lines here.
/// - Complexity: O(n log n) in the number of pieces.
package struct RulingJoiner {
    /// What is one line; lengths in points.
    package struct Settings: Hashable, Sendable {
        /// A filled shape whose short side is at most this is a line.
        package var thickestLine = 3.0
        /// Largest distance across of two pieces of one line.
        package var joinDistance = 0.5
        /// A line so near a thicker one, ink to ink and middle to middle, is part of it.
        package var seamGap = 0.05
        package var seamDistance = 1.0
        /// Largest gap along between two pieces of a solid line.
        package var joinGap = 1.0
        /// Largest gap between two dashes or dots.
        package var dashGap = 8.0
        /// Longest dash.
        package var dashLength = 20.0
        /// Fewest dashes in a row that make a line.
        package var dashCount = 4
        /// Deviation of dashes and their gaps from their median, as part of it.
        package var dashVariation = 0.4
        /// Gaps and dashes of one line always may differ by this.
        package var gapVariation = 0.5
        /// Gaps are no longer than so many dashes, but always may be as long as `shortestDashGap`.
        package var dashGapShare = 2.5
        package var shortestDashGap = 2.0
        /// The part of the gaps, and of the dashes, that must be alike.
        package var evenGaps = 0.75
        package var evenDashes = 0.6
        /// Part of a line's length made of gaps from which on it counts as dashed.
        package var dashedShare = 0.12
        /// Shortest line.
        package var shortestLine = 3.0
        /// How far from a drawn line the edge of an area may lie to be that line's, beyond half the line's thickness.
        package var edgeAbsorption = 0.75

        package init() {}
    }

    package var settings: Settings

    package init(settings: Settings = Settings()) { self.settings = settings }

    /// Joins pieces of both axes.
    ///
    /// - Parameters:
    ///   - lines: Strokes and thin rectangles, any order.
    ///   - dots: Pieces that count only as part of a dotted line or as the end of a solid one.
    ///   - edges: Sides of areas; what of them runs along one of the lines is that line's and dropped.
    /// - Returns: By axis (horizontal first), position, start; none shorter than the settings say.
    package func joined(lines: [RulingLine], dots: [RulingLine] = [], edges: [RulingLine] = []) -> [RulingLine] {
        var result: [RulingLine] = []
        for axis in [Axis.horizontal, .vertical] {
            var pieces: [Piece] = []
            for line in lines where line.axis == axis { pieces.append(Piece(line, isDot: false)) }
            for dot in dots where dot.axis == axis { pieces.append(Piece(dot, isDot: true)) }
            let drawn = withoutSeams(joined(pieces))
            let sides = joined(uncovered(edges.filter { $0.axis == axis }, by: drawn).map { Piece($0, isDot: false) })
            result += (drawn + sides).sorted { ($0.position, $0.start) < ($1.position, $1.start) }
        }
        return result
    }

    private struct Piece {
        var line: RulingLine
        var isDot: Bool
        /// Sums over the parts, by length, for the mean position; and the part of the length that is gaps.
        var weight: Double
        var weightedPosition: Double
        var gaps = 0.0
        var dashed: Double
        var count = 1
        /// Length of the longest part, which lends its origin.
        var longest: Double

        init(_ line: RulingLine, isDot: Bool) {
            self.line = line
            self.isDot = isDot
            weight = max(line.length, RulingLine.leastWeight)
            weightedPosition = line.position * weight
            dashed = line.isDashed ? line.length : 0
            longest = line.length
        }

        mutating func absorb(_ other: Piece, isDashed: Bool = false) {
            if other.longest > longest {
                longest = other.longest
                line.origin = other.line.origin
            }
            gaps += max(0, other.line.start - line.end) + other.gaps
            dashed += other.dashed
            line.thickness = max(line.thickness, other.line.thickness)
            line.end = max(line.end, other.line.end)
            line.isDashed = line.isDashed || isDashed
            isDot = isDot && other.isDot
            weight += other.weight
            weightedPosition += other.weightedPosition
            count += other.count
        }
    }

    /// A number to sort by and the place of its piece: pieces themselves are too large to be moved about.
    private struct Key {
        var value: Double
        var index: Int
    }

    private func joined(_ pieces: [Piece]) -> [RulingLine] {
        var keys = pieces.indices.map { Key(value: pieces[$0].line.position, index: $0) }
        keys.sort { $0.value < $1.value }
        var result: [RulingLine] = []
        var start = 0
        while start < keys.count {
            var end = start + 1
            // As far as positions follow each other closely, but never further than the join distance in all.
            while end < keys.count, keys[end].value - keys[start].value <= settings.joinDistance { end += 1 }
            for place in start..<end { keys[place].value = pieces[keys[place].index].line.start }
            keys[start..<end].sort { $0.value < $1.value }
            result += joinedOnOnePosition(keys[start..<end].lazy.map { pieces[$0.index] })
            start = end
        }
        return result
    }

    /// - Parameter pieces: By start.
    private func joinedOnOnePosition(_ pieces: some Sequence<Piece>) -> [RulingLine] {
        let solid = touchingJoined(pieces)
        let whole = dashesJoined(solid)
        return whole.compactMap { piece in
            guard !piece.isDot, piece.line.length >= settings.shortestLine else { return nil }
            var line = piece.line
            line.position = piece.weightedPosition / piece.weight
            let isMostlyDashed = piece.dashed > line.length / 2
            let isMostlyGaps = piece.count >= settings.dashCount && piece.gaps > settings.dashedShare * line.length
            line.isDashed = line.isDashed && piece.count == 1 || isMostlyDashed || isMostlyGaps
            return line
        }
    }

    private func touchingJoined(_ pieces: some Sequence<Piece>) -> [Piece] {
        var result: [Piece] = []
        for piece in pieces {
            if let last = result.last, piece.line.start <= last.line.end + settings.joinGap {
                result[result.count - 1].absorb(piece)
            } else {
                result.append(piece)
            }
            // Enough dots in a row are a line.
            let last = result.count - 1
            if result[last].isDot, result[last].count >= 2 * settings.dashCount,
                result[last].line.length > settings.dashLength / 2
            {
                result[last].isDot = false
            }
        }
        return result
    }

    /// Joins rows of at least `dashCount` short pieces at even distances.
    private func dashesJoined(_ pieces: [Piece]) -> [Piece] {
        guard pieces.count >= settings.dashCount else { return pieces }
        var result: [Piece] = []
        var index = 0
        while index < pieces.count {
            var end = index + 1
            while end < pieces.count, pieces[end - 1].line.length <= settings.dashLength,
                pieces[end].line.length <= settings.dashLength,
                case let gap = pieces[end].line.start - pieces[end - 1].line.end, gap <= settings.dashGap,
                end - index < 2
                    || gap <= 2 * (pieces[index + 1].line.start - pieces[index].line.end) + settings.gapVariation
            {
                end += 1
            }
            let row = pieces[index..<end]
            if row.count >= settings.dashCount, isEven(row) {
                var line = row[index]
                line.isDot = false
                for piece in row.dropFirst() { line.absorb(piece, isDashed: true) }
                line.isDot = false
                line.dashed = line.line.length
                result.append(line)
            } else {
                result += row
            }
            index = end
        }
        return result
    }

    private func isEven(_ row: ArraySlice<Piece>) -> Bool {
        let lengths = row.map(\.line.length).sorted()
        let gaps = zip(row, row.dropFirst()).map { $1.line.start - $0.line.end }.sorted()
        let length = lengths[lengths.count / 2]
        let gap = gaps[gaps.count / 2]
        guard gap <= max(settings.shortestDashGap, settings.dashGapShare * length) else { return false }
        func share(_ values: [Double], near median: Double) -> Double {
            let tolerance = max(settings.gapVariation, settings.dashVariation * median)
            return Double(values.count { abs($0 - median) <= tolerance }) / Double(values.count)
        }
        return share(gaps, near: gap) >= settings.evenGaps && share(lengths, near: length) >= settings.evenDashes
    }

    /// Drops lines that lie within a thicker one's ink, or against it, over their whole length.
    private func withoutSeams(_ lines: [RulingLine]) -> [RulingLine] {
        let sorted = lines.sorted { $0.position < $1.position }
        return sorted.indices.compactMap { index in
            let line = sorted[index]
            func isSeam(of other: RulingLine) -> Bool {
                other.thickness > line.thickness
                    && abs(other.position - line.position) <= (other.thickness + line.thickness) / 2 + settings.seamGap
                    && other.start - settings.joinGap <= line.start && line.end <= other.end + settings.joinGap
            }
            for step in [-1, 1] {
                var place = index + step
                while sorted.indices.contains(place),
                    abs(sorted[place].position - line.position) <= settings.seamDistance
                {
                    if isSeam(of: sorted[place]) { return nil }
                    place += step
                }
            }
            return line
        }
    }

    /// The parts of edges that no drawn line covers; `drawn` is sorted by position.
    private func uncovered(_ edges: [RulingLine], by drawn: [RulingLine]) -> [RulingLine] {
        guard !drawn.isEmpty else { return edges }
        let drawn = drawn.sorted { $0.position < $1.position }
        let reach = (drawn.lazy.map(\.thickness).max() ?? 0) / 2 + settings.edgeAbsorption
        return edges.flatMap { edge -> [RulingLine] in
            var low = 0
            var high = drawn.count
            while low < high {
                let middle = (low + high) / 2
                if drawn[middle].position < edge.position - reach { low = middle + 1 } else { high = middle }
            }
            var parts = [(edge.start, edge.end)]
            while low < drawn.count, drawn[low].position <= edge.position + reach, !parts.isEmpty {
                let line = drawn[low]
                low += 1
                guard abs(line.position - edge.position) <= line.thickness / 2 + settings.edgeAbsorption else {
                    continue
                }
                let margin = settings.joinGap + settings.thickestLine
                parts = parts.flatMap { part -> [(Double, Double)] in
                    [(part.0, min(part.1, line.start - margin)), (max(part.0, line.end + margin), part.1)]
                        .filter { $0.0 < $0.1 }
                }
            }
            return parts.map { part in
                var line = edge
                (line.start, line.end) = part
                return line
            }
        }
    }
}
