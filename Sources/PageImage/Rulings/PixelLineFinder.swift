package import PageModel

/// Finds the lines along the rows of a mask.
package struct PixelLineFinder {
    package let settings: PixelRulings.Settings
    package let pointsPerPixel: Double

    package init(settings: PixelRulings.Settings, pointsPerPixel: Double) {
        self.settings = settings
        self.pointsPerPixel = pointsPerPixel
    }

    /// A straight piece within one row of pixels: ink that is thin across, with small gaps and crossings bridged.
    package struct Piece {
        package var row: Int
        package var start: Int
        package var end: Int
        /// Pixels without ink.
        package var gaps: Int
        package var isDashed = false

        package init(row: Int, start: Int, end: Int, gaps: Int, isDashed: Bool = false) {
            self.row = row
            self.start = start
            self.end = end
            self.gaps = gaps
            self.isDashed = isDashed
        }
    }

    /// Pieces of neighbouring rows that touch.
    private struct Group {
        var start: Int
        var end: Int
        var top: Int
        var bottom: Int
        var area: Int
        var gaps: Int
        var dashedArea: Int
        var weightedRow: Double
    }

    /// A line and whether it runs without gaps.
    package struct Candidate {
        package var line: RulingLine
        package var isWhole: Bool

        package init(line: RulingLine, isWhole: Bool) {
            self.line = line
            self.isWhole = isWhole
        }
    }

    package func lines(in ink: InkMask, axis: Axis) -> [Candidate] {
        let thickest = max(1, Int((settings.thickestLine / pointsPerPixel).rounded(.up)))
        let thin = thinMask(ink, thickest: thickest)
        var pieces: [Piece] = []
        for row in 0..<ink.height {
            let first = pieces.count
            addPieces(of: row, thin, ink, thickest, to: &pieces)
            addDashed(of: row, thin, ink, to: &pieces)
            if pieces.count > first { pieces[first...].sort { $0.start < $1.start } }
        }
        return groups(of: pieces).compactMap { line($0, thickest: thickest, axis: axis) }
    }

    /// Ink whose run across the row direction is at most `thickest` long.
    private func thinMask(_ ink: InkMask, thickest: Int) -> [Bool] {
        let (width, height) = (ink.width, ink.height)
        var thin = Array(repeating: false, count: width * height)
        var runs = Array(repeating: 0, count: width)
        ink.isInk.withUnsafeBufferPointer { ink in
            thin.withUnsafeMutableBufferPointer { thin in
                for y in 0...height {
                    for x in 0..<width {
                        if y < height, ink[y * width + x] {
                            runs[x] += 1
                        } else if runs[x] > 0 {
                            if runs[x] <= thickest {
                                for up in 1...runs[x] { thin[(y - up) * width + x] = true }
                            }
                            runs[x] = 0
                        }
                    }
                }
            }
        }
        return thin
    }

    private func addPieces(of row: Int, _ thin: [Bool], _ ink: InkMask, _ thickest: Int, to pieces: inout [Piece]) {
        let base = row * ink.width
        let gap = max(1, Int((settings.longestGap / pointsPerPixel).rounded()))
        let shortest = max(2, Int(settings.shortestPiece / pointsPerPixel))
        thin.withUnsafeBufferPointer { thin in
            ink.isInk.withUnsafeBufferPointer { isInk in
                var x = 0
                while x < ink.width {
                    guard thin[base + x] else {
                        x += 1
                        continue
                    }
                    let start = x
                    var end = x + 1
                    var thinCount = 1
                    var bridged = 0
                    var blank = 0
                    var gaps = 0
                    x += 1
                    // A crossing line is ink but not thin; it may be as wide as a line, a gap only as wide as a gap.
                    while x < ink.width, bridged <= thickest + gap, blank <= gap {
                        if thin[base + x] {
                            thinCount += 1
                            end = x + 1
                            gaps += blank
                            bridged = 0
                            blank = 0
                        } else {
                            bridged += 1
                            if !isInk[base + x] { blank += 1 }
                        }
                        x += 1
                    }
                    if end - start >= shortest, 4 * thinCount >= 3 * (end - start) {
                        // A line across at the end is ink but not thin; the line reaches to its far side.
                        let after = inkRun(from: end, by: 1, isInk, base, ink.width, limit: thickest)
                        let before = inkRun(from: start - 1, by: -1, isInk, base, ink.width, limit: thickest)
                        pieces.append(
                            Piece(
                                row: row, start: start - before, end: end + after, gaps: gaps))
                    }
                    x = max(end, start + 1)
                }
            }
        }
    }

    /// Length of the run of ink from a place on, 0 where it is longer than `limit`.
    private func inkRun(
        from place: Int, by step: Int, _ isInk: UnsafeBufferPointer<Bool>, _ base: Int, _ width: Int, limit: Int
    ) -> Int {
        var length = 0
        var x = place
        while x >= 0, x < width, isInk[base + x] {
            length += 1
            if length > limit { return 0 }
            x += step
        }
        return length
    }

    /// Joins pieces that overlap, or nearly, with one in the row above.
    private func groups(of pieces: [Piece]) -> [Group] {
        var sets = DisjointSets(count: pieces.count)
        let near = max(1, Int((settings.longestGap / pointsPerPixel).rounded()))
        var above = 0
        for (index, piece) in pieces.enumerated() {
            while above < index,
                pieces[above].row < piece.row - 1
                    || pieces[above].row == piece.row - 1 && pieces[above].end + near < piece.start
            {
                above += 1
            }
            var candidate = above
            while candidate < index, pieces[candidate].row == piece.row - 1, pieces[candidate].start <= piece.end + near
            {
                sets.attach(candidate, to: index)
                candidate += 1
            }
        }
        var byRoot: [Int: Int] = [:]
        var result: [Group] = []
        for (index, piece) in pieces.enumerated() {
            let length = piece.end - piece.start
            let weighted = Double(piece.row) * Double(length)
            let root = sets.root(of: index)
            if let place = byRoot[root] {
                result[place].start = min(result[place].start, piece.start)
                result[place].end = max(result[place].end, piece.end)
                result[place].bottom = piece.row
                result[place].area += length
                result[place].gaps += piece.gaps
                result[place].dashedArea += piece.isDashed ? length : 0
                result[place].weightedRow += weighted
            } else {
                byRoot[root] = result.count
                result.append(
                    Group(
                        start: piece.start, end: piece.end, top: piece.row, bottom: piece.row, area: length,
                        gaps: piece.gaps, dashedArea: piece.isDashed ? length : 0, weightedRow: weighted))
            }
        }
        return result
    }

    private func line(_ group: Group, thickest: Int, axis: Axis) -> Candidate? {
        let length = Double(group.end - group.start)
        guard length * pointsPerPixel >= settings.shortestLine else { return nil }
        let spread = Double(group.bottom - group.top + 1)
        let thickness = Double(group.area) / length
        guard spread <= Double(thickest) + settings.slope * length, thickness <= Double(thickest),
            thickness >= settings.thinnestLine
        else {
            return nil
        }
        let line = RulingLine(
            axis: axis, position: (group.weightedRow / Double(group.area) + 0.5) * pointsPerPixel,
            start: Double(group.start) * pointsPerPixel, end: Double(group.end) * pointsPerPixel,
            thickness: thickness * pointsPerPixel, origin: .pixels, isDashed: 2 * group.dashedArea > group.area)
        return Candidate(
            line: line, isWhole: Double(group.gaps) <= settings.gapShare * Double(group.area))
    }

    /// Keeps long lines, and short ones whose both ends are at a long line across.
    package func anchored(_ candidates: [Candidate], across: [Candidate]) -> [RulingLine] {
        let posts = across.lazy.map(\.line).filter { $0.length >= settings.surelyLine }
            .sorted { $0.position < $1.position }
        func meets(_ end: Double, _ position: Double) -> Bool {
            var low = 0
            var high = posts.count
            while low < high {
                let middle = (low + high) / 2
                if posts[middle].position < end - settings.reach { low = middle + 1 } else { high = middle }
            }
            while low < posts.count, posts[low].position <= end + settings.reach {
                let post = posts[low]
                if post.start - settings.reach <= position, position <= post.end + settings.reach { return true }
                low += 1
            }
            return false
        }
        return candidates.compactMap { candidate in
            let line = candidate.line
            let isLong = line.length >= (candidate.isWhole ? settings.surelyLine : settings.surelyLineWithGaps)
            let isKept = isLong || meets(line.start, line.position) && meets(line.end, line.position)
            return isKept ? line : nil
        }
    }
}
