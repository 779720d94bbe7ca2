internal import PageModel

/// Finds the borders between columns from the gaps that lines have in common.
///
/// Each gap between two chunks of one line must hold a border; as few borders as possible are taken, those first that
/// explain most gaps and cut the fewest chunks of other lines.
struct ColumnFinder {
    let settings: TableSettings

    struct Gap {
        var from: Double
        var to: Double
        var em: Double
        var line: Int
    }

    /// - Parameters:
    ///   - lines: The lines of one region.
    ///   - fixed: Borders that are drawn, ascending.
    /// - Returns: Ascending x coordinates between the columns, the fixed ones among them.
    func borders(of lines: [ChunkLine], fixed: [Double]) -> [Double] {
        let reach = settings.columns.drawnReach
        var gaps: [Gap] = []
        for (number, line) in lines.enumerated() {
            for (left, right) in zip(line.chunks, line.chunks.dropFirst()) where right.box.x0 > left.box.x1 {
                let gap = Gap(from: left.box.x1, to: right.box.x0, em: min(left.em, right.em), line: number)
                if !fixed.contains(where: { $0 > gap.from - reach && $0 < gap.to + reach }) { gaps.append(gap) }
            }
        }
        gaps += interleavedGaps(lines).filter { gap in
            !fixed.contains { $0 > gap.from - reach && $0 < gap.to + reach }
        }
        var found: [Double] = []
        var explained: [Gap] = []
        let crossings = Crossings(lines: lines)
        var rounds = 0
        while !gaps.isEmpty, rounds < settings.columns.most {
            rounds += 1
            guard let best = best(of: gaps, crossings: crossings) else { break }
            let stabbed = gaps.filter { $0.from <= best.x && $0.to >= best.x }
            gaps.removeAll { $0.from <= best.x && $0.to >= best.x }
            let lineCount = Set(stabbed.map(\.line)).count
            let widest = stabbed.map { ($0.to - $0.from) / $0.em }.max() ?? 0
            let crossing = crossings.multi(at: best.x)
            let isSupported =
                lineCount == 1
                ? widest >= settings.columns.loneGap
                : Double(lineCount) > Double(crossing)
                    * (widest >= settings.columns.loneGap
                        ? settings.columns.wideCrossingWeight : settings.columns.crossingWeight)
            if isSupported {
                found.append(best.x)
                explained += stabbed
            }
        }
        let fewest = fewestBorders(explained, crossings: crossings)
        return (fixed + (fewest.count < found.count ? fewest : found)).sorted()
    }

    /// The fewest borders that leave no gap without one: a sweep that puts a border at the last moment.
    private func fewestBorders(_ gaps: [Gap], crossings: Crossings) -> [Double] {
        var result: [Double] = []
        var low = -Double.infinity
        var high = -Double.infinity
        let place = { (low: Double, high: Double) -> Double in
            let steps = Double(settings.columns.places)
            let places = stride(from: 0.5, to: steps, by: 1).map { low + (high - low) * $0 / steps }
            let middle = (low + high) / 2
            return places.min {
                (crossings.multi(at: $0), abs($0 - middle)) < (crossings.multi(at: $1), abs($1 - middle))
            } ?? middle
        }
        for gap in gaps.sorted(by: { $0.to < $1.to }) {
            if gap.from > high {
                if high.isFinite { result.append(place(low, high)) }
                (low, high) = (gap.from, gap.to)
            } else {
                low = max(low, gap.from)
            }
        }
        if high.isFinite { result.append(place(low, high)) }
        return result
    }

    /// Gaps between chunks of lines that overlap: a cell of one line set in the middle beside a cell of two.
    private func interleavedGaps(_ lines: [ChunkLine]) -> [Gap] {
        var gaps: [Gap] = []
        for (number, (upper, lower)) in zip(lines, lines.dropFirst()).enumerated()
        where lower.box.midY - upper.box.midY < settings.columns.interleavedPitch * min(upper.em, lower.em) {
            let chunks = (upper.chunks + lower.chunks).sorted { $0.box.x0 < $1.box.x0 }
            for (left, right) in zip(chunks, chunks.dropFirst())
            where right.box.x0 - left.box.x1 > settings.columns.interleavedGap * min(left.em, right.em) {
                gaps.append(
                    Gap(from: left.box.x1, to: right.box.x0, em: min(left.em, right.em), line: number))
            }
        }
        return gaps
    }

    /// The place that most gaps share, less the chunks it would cut; nil without gaps.
    private func best(of gaps: [Gap], crossings: Crossings) -> (x: Double, score: Double)? {
        var steps: [(x: Double, change: Int)] = []
        for gap in gaps {
            steps.append((gap.from, 1))
            steps.append((gap.to, -1))
        }
        steps.sort { ($0.x, -$0.change) < ($1.x, -$1.change) }
        var count = 0
        var best: (from: Double, to: Double, score: Double)?
        let cuts = crossings.positions
        var cut = 0
        for (step, next) in zip(steps, steps.dropFirst()) {
            count += step.change
            guard next.x > step.x, count > 0 else { continue }
            // Within this stretch the number of cut chunks changes only where a chunk begins or ends.
            var from = step.x
            while cut < cuts.count, cuts[cut] <= from { cut += 1 }
            while from < next.x {
                let to = cut < cuts.count ? min(cuts[cut], next.x) : next.x
                let middle = (from + to) / 2
                let score =
                    Double(count) - settings.columns.cutWeight * Double(crossings.multi(at: middle))
                    - settings.columns.loneCrossingWeight * Double(crossings.single(at: middle))
                if let known = best, known.score == score, known.to == from {
                    best = (known.from, to, score)
                } else if best.map({ score > $0.score || score == $0.score && to - from > $0.to - $0.from }) ?? true {
                    best = (from, to, score)
                }
                from = to
                if cut < cuts.count, cuts[cut] <= to { cut += 1 }
            }
        }
        return best.map { (($0.from + $0.to) / 2, $0.score) }
    }
}

/// How many chunks lie across an x coordinate.
struct Crossings {
    /// Where the counts may change, ascending.
    let positions: [Double]
    private let multiStarts: [Double]
    private let multiEnds: [Double]
    private let singleStarts: [Double]
    private let singleEnds: [Double]

    init(lines: [ChunkLine]) {
        let multi = lines.filter { $0.chunks.count > 1 }.flatMap(\.chunks)
        let single = lines.filter { $0.chunks.count == 1 }.flatMap(\.chunks)
        multiStarts = multi.map(\.box.x0).sorted()
        multiEnds = multi.map(\.box.x1).sorted()
        singleStarts = single.map(\.box.x0).sorted()
        singleEnds = single.map(\.box.x1).sorted()
        positions = (multiStarts + multiEnds + singleStarts + singleEnds).sorted()
    }

    /// Chunks of lines with several chunks.
    func multi(at x: Double) -> Int { multiStarts.firstIndex(atLeast: x) - multiEnds.firstIndex(atLeast: x) }

    /// Chunks that stand alone on their line.
    func single(at x: Double) -> Int { singleStarts.firstIndex(atLeast: x) - singleEnds.firstIndex(atLeast: x) }
}
