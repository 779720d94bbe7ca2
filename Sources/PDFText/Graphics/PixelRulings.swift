package import PageModel

/// Finds ruling lines in the picture of a page: for scans and for pages whose operators cannot be read.
package enum PixelRulings {
    /// What counts as a line; lengths in points.
    package struct Settings: Hashable, Sendable {
        /// Part of the brightness of the paper around it up to which a pixel is ink.
        package var inkLevel = 0.8
        /// Side of the squares in which the brightness of the paper is measured.
        package var paperSquare = 24.0
        package var shortestLine = 12.0
        package var thickestLine = 3.0
        /// Gap in a line that is bridged.
        package var longestGap = 1.0
        /// Shortest straight piece of a row of pixels that can be part of a line.
        package var shortestPiece = 6.0
        /// Largest slope, as rise over run, that is still a line along the axis.
        package var slope = 0.04
        /// A line shorter than this must end at a line across: strokes of large characters do not.
        package var surelyLine = 40.0
        /// How near an end must be to a line across.
        package var reach = 2.5

        package init() {}
    }

    /// Finds the lines along both axes.
    ///
    /// - Parameters:
    ///   - pointsPerPixel: 72 / resolution; more than 0.
    /// - Returns: Joined, of origin `pixels`, page space of the picture's top left corner.
    /// - Complexity: O(pixels), and O(n log n) in the pieces found.
    package static func find(
        in image: GrayImage, pointsPerPixel: Double, settings: Settings = Settings()
    ) -> [RulingLine] {
        guard image.width > 2, image.height > 2, pointsPerPixel > 0 else { return [] }
        let ink = InkMask(
            image, squareSide: max(8, Int(settings.paperSquare / pointsPerPixel)), level: settings.inkLevel)
        let finder = LineFinder(settings: settings, pointsPerPixel: pointsPerPixel)
        let lying = finder.lines(in: ink, axis: .horizontal)
        let standing = finder.lines(in: ink.transposed(), axis: .vertical)
        let kept =
            finder.anchored(lying, across: standing) + finder.anchored(standing, across: lying)
        var joining = GraphicsSettings()
        joining.dashGap = 0
        joining.shortestLine = settings.shortestLine
        return RulingJoiner(settings: joining).joined(lines: kept)
    }
}

/// Which pixels of a picture are ink.
private struct InkMask {
    let width: Int
    let height: Int
    var isInk: [Bool]

    init(width: Int, height: Int, isInk: [Bool]) {
        self.width = width
        self.height = height
        self.isInk = isInk
    }

    /// Compares each pixel with the paper around it, so that shade does not count as ink.
    init(_ image: GrayImage, squareSide side: Int, level: Double) {
        width = image.width
        height = image.height
        isInk = Array(repeating: false, count: width * height)
        let columns = (width + side - 1) / side
        let rows = (height + side - 1) / side
        var counts = Array(repeating: 0, count: 256)
        for row in 0..<rows {
            for column in 0..<columns {
                let xs = (column * side)..<min(width, (column + 1) * side)
                let ys = (row * side)..<min(height, (row + 1) * side)
                for index in counts.indices { counts[index] = 0 }
                for y in ys {
                    for x in xs { counts[Int(image.pixels[y * width + x])] += 1 }
                }
                // The brightest tenth is paper, unless the whole square is ink.
                var left = xs.count * ys.count / 10
                var paper = 255
                while paper > 0, left >= counts[paper] {
                    left -= counts[paper]
                    paper -= 1
                }
                let limit = UInt8(Double(max(paper, 128)) * level)
                for y in ys {
                    for x in xs { isInk[y * width + x] = image.pixels[y * width + x] <= limit }
                }
            }
        }
    }

    func transposed() -> InkMask {
        var result = Array(repeating: false, count: width * height)
        let block = 32
        for top in stride(from: 0, to: height, by: block) {
            for left in stride(from: 0, to: width, by: block) {
                for y in top..<min(height, top + block) {
                    for x in left..<min(width, left + block) { result[x * height + y] = isInk[y * width + x] }
                }
            }
        }
        return InkMask(width: height, height: width, isInk: result)
    }
}

/// Finds the lines along the rows of a mask.
private struct LineFinder {
    let settings: PixelRulings.Settings
    let pointsPerPixel: Double

    /// A straight piece within one row of pixels: ink that is thin across, with small gaps and crossings bridged.
    private struct Piece {
        var row: Int
        var start: Int
        var end: Int
    }

    /// Pieces of neighbouring rows that touch.
    private struct Group {
        var start: Int
        var end: Int
        var top: Int
        var bottom: Int
        var area: Int
        var weightedRow: Double
    }

    func lines(in ink: InkMask, axis: Axis) -> [RulingLine] {
        let thickest = max(1, Int((settings.thickestLine / pointsPerPixel).rounded(.up)))
        let thin = thinMask(ink, thickest: thickest)
        var pieces: [Piece] = []
        for row in 0..<ink.height { addPieces(of: row, thin, ink, thickest, to: &pieces) }
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
                    x += 1
                    // A crossing line is ink but not thin; it may be as wide as a line, a gap only as wide as a gap.
                    while x < ink.width, bridged <= thickest + gap, blank <= gap {
                        if thin[base + x] {
                            thinCount += 1
                            end = x + 1
                            bridged = 0
                            blank = 0
                        } else {
                            bridged += 1
                            if !isInk[base + x] { blank += 1 }
                        }
                        x += 1
                    }
                    if end - start >= shortest, 4 * thinCount >= 3 * (end - start) {
                        pieces.append(Piece(row: row, start: start, end: end))
                    }
                    x = max(end, start + 1)
                }
            }
        }
    }

    /// Joins pieces that overlap, or nearly, with one in the row above.
    private func groups(of pieces: [Piece]) -> [Group] {
        var parent = Array(pieces.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parent[index] != index {
                parent[index] = parent[parent[index]]
                index = parent[index]
            }
            return index
        }
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
                parent[root(candidate)] = root(index)
                candidate += 1
            }
        }
        var byRoot: [Int: Int] = [:]
        var result: [Group] = []
        for (index, piece) in pieces.enumerated() {
            let length = piece.end - piece.start
            let weighted = Double(piece.row) * Double(length)
            if let place = byRoot[root(index)] {
                result[place].start = min(result[place].start, piece.start)
                result[place].end = max(result[place].end, piece.end)
                result[place].bottom = piece.row
                result[place].area += length
                result[place].weightedRow += weighted
            } else {
                byRoot[root(index)] = result.count
                result.append(
                    Group(
                        start: piece.start, end: piece.end, top: piece.row, bottom: piece.row, area: length,
                        weightedRow: weighted))
            }
        }
        return result
    }

    private func line(_ group: Group, thickest: Int, axis: Axis) -> RulingLine? {
        let length = Double(group.end - group.start)
        guard length * pointsPerPixel >= settings.shortestLine else { return nil }
        let spread = Double(group.bottom - group.top + 1)
        let thickness = Double(group.area) / length
        guard spread <= Double(thickest) + settings.slope * length, thickness <= Double(thickest), thickness >= 0.7
        else {
            return nil
        }
        return RulingLine(
            axis: axis, position: (group.weightedRow / Double(group.area) + 0.5) * pointsPerPixel,
            start: Double(group.start) * pointsPerPixel, end: Double(group.end) * pointsPerPixel,
            thickness: thickness * pointsPerPixel, origin: .pixels)
    }

    /// Keeps long lines, and short ones that end at a long line across.
    func anchored(_ lines: [RulingLine], across: [RulingLine]) -> [RulingLine] {
        let posts = across.filter { $0.length >= settings.surelyLine }.sorted { $0.position < $1.position }
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
        return lines.filter {
            $0.length >= settings.surelyLine || meets($0.start, $0.position) || meets($0.end, $0.position)
        }
    }
}
