package import PageModel

/// Carries ruling lines on where print, a stamp or the scanner broke them, as far as the picture shows traces.
package struct RulingBridge {
    /// Lengths in points.
    package struct Settings: Hashable, Sendable {
        /// Two pieces of one line lie no further apart across it.
        package var offset = 1.2
        /// An end this near to a line across is no open end.
        package var anchored = 3.0
        /// A line of this length is no stroke of a character.
        package var surelyLine = 40.0
        /// Longest piece that is carried on.
        package var longest = 160.0
        /// Longest gap, as part of what there is of the line beside it: rows of text are all gaps.
        package var gapShare = 0.6
        /// Gap in a line of a grid that needs no trace: less than a cell.
        package var plainGap = 6.0
        /// How many different lines must cross a line, or end at it, that is one of a grid.
        package var gridPosts = 2
        /// Part of the way that must show a trace of the line.
        package var traces = 0.55
        /// How much darker than the paper on both sides a trace is, 0…255.
        package var contrast = 18
        /// How far to the sides of the line the paper is looked at, beyond half its thickness, and over what width: at
        /// the edge of a seal that was taken off, it is dark for a pixel or two.
        package var beside = 1.4
        package var paperWidth = 1.0

        package init() {}
    }

    package let settings: Settings
    package let pointsPerPixel: Double

    package init(settings: Settings, pointsPerPixel: Double) {
        self.settings = settings
        self.pointsPerPixel = pointsPerPixel
    }

    /// - Parameters:
    ///   - rulings: In the picture's space, points.
    ///   - image: With even light, from which the lines have not been taken out.
    package func bridged(_ rulings: [RulingLine], in image: GrayImage) -> [RulingLine] {
        let lying = rulings.filter { $0.axis == .horizontal }
        let standing = rulings.filter { $0.axis == .vertical }
        // Once more with what was carried on: pieces of broken lines hardly meet.
        let first = joined(lying, across: standing, in: image)
        let columns = joined(standing, across: first, in: image)
        let rows = joined(first, across: columns, in: image)
        return lasting(rows, across: columns) + lasting(columns, across: rows)
    }

    /// Long lines, and short ones between two lines across: what is left is a stroke of a character.
    private func lasting(_ lines: [RulingLine], across: [RulingLine]) -> [RulingLine] {
        let posts = across.filter { $0.length >= settings.surelyLine }
        return lines.filter { line in
            line.length >= settings.surelyLine
                || [line.start, line.end].allSatisfy { end in
                    posts.contains {
                        abs($0.position - end) <= settings.anchored && $0.start - settings.anchored <= line.position
                            && line.position <= $0.end + settings.anchored
                    }
                }
        }
    }

    private func joined(_ lines: [RulingLine], across: [RulingLine], in image: GrayImage) -> [RulingLine] {
        var result: [RulingLine] = []
        let ordered = lines.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
        var used = [Bool](repeating: false, count: ordered.count)
        for index in ordered.indices where !used[index] {
            used[index] = true
            // The pieces at about the same place, in order along the line.
            var row = [ordered[index]]
            var next = index + 1
            while next < ordered.count, ordered[next].position - ordered[index].position <= settings.offset {
                if !used[next] {
                    row.append(ordered[next])
                    used[next] = true
                }
                next += 1
            }
            result += joined(row: row.sorted { $0.start < $1.start }, across: across, in: image)
        }
        return result
    }

    private func joined(row: [RulingLine], across: [RulingLine], in image: GrayImage) -> [RulingLine] {
        let isOfGrid = isOfGrid(row, across: across)
        let inked = row.reduce(0) { $0 + $1.length }
        var result: [RulingLine] = []
        for line in row {
            guard var last = result.last, last.end < line.start else {
                result.append(line)
                continue
            }
            let length = last.length + line.length
            let gap = line.start - last.end
            if isOfGrid && gap <= settings.plainGap
                || gap <= min(settings.longest, settings.gapShare * (isOfGrid ? inked : length))
                    && shows(
                        last.axis, at: (last.position + line.position) / 2, last.end, line.start, last.thickness, image)
            {
                last.position =
                    (last.position * last.length + line.position * line.length) / max(length, RulingLine.leastWeight)
                last.end = line.end
                result[result.count - 1] = last
            } else {
                result.append(line)
            }
        }
        return result.map { reaching($0, across: across, isOfGrid: isOfGrid, in: image) }
    }

    /// Whether pieces at one place make a line of a grid, not the rule under a head or the strokes of a row of text.
    private func isOfGrid(_ row: [RulingLine], across: [RulingLine]) -> Bool {
        guard let first = row.first, let end = row.map(\.end).max() else { return false }
        let reach = settings.plainGap
        var posts = 0
        var last = -Double.infinity
        for post in across.sorted(by: { $0.position < $1.position })
        where post.position >= first.start - reach && post.position <= end + reach
            && post.start - reach <= first.position && first.position <= post.end + reach
            && post.position - last > settings.anchored
        {
            posts += 1
            last = post.position
        }
        return posts >= settings.gridPosts
    }

    /// The line carried on from its open ends to the next line across.
    private func reaching(
        _ line: RulingLine, across: [RulingLine], isOfGrid: Bool, in image: GrayImage
    ) -> RulingLine {
        let anchored = isOfGrid ? settings.plainGap : settings.anchored
        let posts = across.filter {
            $0.start - anchored <= line.position && line.position <= $0.end + anchored
        }.map(\.position)
        var line = line
        func leads(_ from: Double, _ to: Double) -> Bool {
            let gap = to - from
            if isOfGrid && gap <= settings.plainGap { return true }
            return gap <= min(settings.longest, settings.gapShare * line.length)
                && shows(line.axis, at: line.position, from, to, line.thickness, image)
        }
        if !posts.contains(where: { abs($0 - line.end) <= settings.anchored }),
            let post = posts.filter({ $0 > line.end }).min(), leads(line.end, post)
        {
            line.end = post
        }
        if !posts.contains(where: { abs($0 - line.start) <= settings.anchored }),
            let post = posts.filter({ $0 < line.start }).max(), leads(post, line.start)
        {
            line.start = post
        }
        return line
    }

    /// Whether most of the way shows a trace of the line.
    private func shows(
        _ axis: Axis, at position: Double, _ from: Double, _ to: Double, _ thickness: Double, _ image: GrayImage
    ) -> Bool {
        let middle = Int(position / pointsPerPixel)
        let half = max(1, Int((thickness / pointsPerPixel / 2).rounded(.up)))
        let beside = half + max(2, Int(settings.beside / pointsPerPixel))
        let beyond = beside + Int((settings.paperWidth / pointsPerPixel).rounded())
        let lies = axis == .horizontal
        let limit = lies ? image.width : image.height
        let acrossLimit = lies ? image.height : image.width
        let first = max(0, Int(from / pointsPerPixel))
        let last = min(limit - 1, Int(to / pointsPerPixel))
        guard first < last, middle - beyond >= 0, middle + beyond < acrossLimit else { return false }
        func pixel(_ along: Int, _ across: Int) -> Int {
            Int(image.pixels[lies ? across * image.width + along : along * image.width + across])
        }
        var traces = 0
        for along in first...last {
            let dark = (middle - half...middle + half).map { pixel(along, $0) }.min() ?? 255
            let above = (middle - beyond...middle - beside).map { pixel(along, $0) }.max() ?? 0
            let below = (middle + beside...middle + beyond).map { pixel(along, $0) }.max() ?? 0
            let paper = min(above, below)
            if paper - dark >= settings.contrast { traces += 1 }
        }
        return Double(traces) >= settings.traces * Double(last - first + 1)
    }
}
