internal import PageModel

/// Marks straight text that was laid over or under the page as decoration: pale or very large, and across what it lies on.
struct Watermarks {
    struct Settings: Hashable, Sendable {
        /// Text at least this bright on white paper, transparency counted, is pale.
        var paleLuminance = 0.4
        /// Pale text of this many times the common size is a watermark where it crosses something.
        var largeSize = 1.6
        /// The same of text in full ink.
        var hugeSize = 2.5
        /// How often a pale text stands on the page to be a watermark at any size.
        var repeats = 3
        /// Lines of a stamp are no further apart than this, in font sizes.
        var stampReach = 1.5
        /// Part of either of two texts that lies on the other where one was stamped over the other.
        var stamped = 0.2
        /// A text in full ink of this many times the common size is one where it recurs on the next page.
        var repeatedSize = 1.15
        /// How far apart, in points, the same text may stand on two pages.
        var samePlace = 2.0
        /// More large texts than this on one page are its own.
        var mostSuspects = 60
        /// Fewest characters of a watermark that is repeated.
        var shortest = 2
        /// How far, in font sizes, a crossing line stays away from a text's ends, and in heights from its upper and lower side.
        var endMargin = 0.4
        var sideMargin = 0.2
        /// Part of a text's length that a line along it covers, or of another text that it lies over.
        var covered = 0.5
    }

    private let graphics: PageGraphics
    private let settings: Settings

    init(graphics: PageGraphics, settings: Settings) {
        self.graphics = graphics
        self.settings = settings
    }

    /// The runs, with those of watermarks marked.
    func marked(_ runs: [TextRun]) -> [TextRun] {
        guard let common = Self.commonSize(of: runs) else { return runs }
        var paleShows = ShowIndex(graphics.shows.filter { isPale($0.color) })
        let candidates = runs.indices.filter { index in
            let run = runs[index]
            guard !run.isDecoration else { return false }
            return isPale(run.style.color) || run.style.size >= settings.largeSize * common
        }
        guard !candidates.isEmpty || !paleShows.isEmpty else { return runs }
        let pale = Set(runs.indices.filter { isPale(runs[$0], &paleShows) && !liesOnDark(runs[$0]) })
        guard !pale.isEmpty || !candidates.isEmpty else { return runs }

        let crossings = Crossings(graphics.rulings, runs: runs, settings: settings)
        var marked = runs
        let large = Set(candidates).union(pale).sorted().filter { index in
            let size = runs[index].style.size / common
            return !runs[index].isDecoration && size >= (pale.contains(index) ? settings.largeSize : settings.hugeSize)
        }
        for stamp in stamps(among: runs) where crossings.isStampedOver(stamp) {
            for index in stamp { marked[index].isDecoration = true }
        }
        for group in lines(of: large, in: runs) + repeated(runs, pale)
        where group.contains(where: { crossings.cross(runs[$0], at: $0) }) {
            for index in group { marked[index].isDecoration = true }
        }
        return marked
    }

    /// The font size of most characters.
    static func commonSize(of runs: [TextRun]) -> Double? {
        var counts: [Double: Int] = [:]
        for run in runs where run.style.size > 0 { counts[run.style.size, default: 0] += run.glyphs.count }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private func isPale(_ color: RGB) -> Bool { color.luminance >= settings.paleLuminance || color.isChromatic }

    /// Texts of one style on one line, which were drawn apart.
    private func lines(of indices: [Int], in runs: [TextRun]) -> [[Int]] {
        struct Line: Hashable {
            var style: TextStyle
            var rotation: QuarterTurn
            var place: Int
        }
        var lines: [Line: [Int]] = [:]
        for index in indices {
            let run = runs[index]
            let place = (run.rotation.isUpright ? run.box.midY : run.box.midX) / max(run.style.size, 1)
            lines[Line(style: run.style, rotation: run.rotation, place: Int(place.rounded())), default: []].append(
                index)
        }
        return lines.values.sorted { $0[0] < $1[0] }
    }

    /// Poppler does not tell a text's transparency: the operator does.
    private func isPale(_ run: TextRun, _ shows: inout ShowIndex) -> Bool {
        if isPale(run.style.color) { return true }
        // Operators are known for upright text.
        guard !shows.isEmpty, run.rotation == .none else { return false }
        let box = run.glyphs[0].box
        var found = false
        shows.forLast(before: box.midX, height: box.height, y: box.midY...box.y1) { show in
            let begins = abs(show.origin.x - box.x0) <= settings.endMargin * show.size
            let sameSize = abs(show.size - run.style.size) <= 0.05 * show.size
            found = found || begins && sameSize
        }
        return found
    }

    /// Texts of one colour, neither black nor gray, that stand close together.
    private func stamps(among runs: [TextRun]) -> [[Int]] {
        var byColor: [RGB: [Int]] = [:]
        for index in runs.indices where runs[index].style.color.isChromatic {
            byColor[runs[index].style.color, default: []].append(index)
        }
        var stamps: [[Int]] = []
        for indices in byColor.values.sorted(by: { $0[0] < $1[0] }) {
            var stamp: [Int] = []
            var box: Rect?
            for index in indices.sorted(by: { runs[$0].box.y0 < runs[$1].box.y0 }) {
                let reach = settings.stampReach * runs[index].style.size
                if let known = box, known.expandedBy(reach).intersection(runs[index].box) == nil {
                    stamps.append(stamp)
                    (stamp, box) = ([], nil)
                }
                stamp.append(index)
                box = box?.union(runs[index].box) ?? runs[index].box
            }
            stamps.append(stamp)
        }
        return stamps
    }

    private func liesOnDark(_ run: TextRun) -> Bool {
        guard let ground = graphics.fills.last(where: { $0.box.contains(run.box.center) }) else { return false }
        return !isPale(ground.color)
    }

    /// Pale texts that stand on the page again and again.
    private func repeated(_ runs: [TextRun], _ pale: Set<Int>) -> [[Int]] {
        var byText: [String: [Int]] = [:]
        for index in pale.sorted() where runs[index].glyphs.count >= settings.shortest {
            byText[runs[index].text, default: []].append(index)
        }
        return byText.filter { $0.value.count >= settings.repeats }.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// What texts lie across: ruling lines and other texts.
struct Crossings {
    private let rulings: [RulingLine]
    private let runs: [TextRun]
    private let settings: Watermarks.Settings

    init(_ rulings: [RulingLine], runs: [TextRun], settings: Watermarks.Settings) {
        self.rulings = rulings
        self.runs = runs
        self.settings = settings
    }

    func cross(_ run: TextRun, at index: Int) -> Bool {
        guard let inner = inner(of: run) else { return false }
        return rulings.contains { crosses($0, inner) } || liesOverText(run, at: index)
    }

    /// Whether a rule runs along the text, through most of it. Long words in narrow cells lie across rules as well, but
    /// not along them.
    func isStruckThrough(_ run: TextRun) -> Bool {
        guard let inner = inner(of: run) else { return false }
        let along: Axis = run.rotation.isUpright ? .horizontal : .vertical
        return rulings.contains { $0.axis == along && crosses($0, inner) }
    }

    /// The part of a text's box that rules beside it do not touch; nil where nothing is left.
    private func inner(of run: TextRun) -> Rect? {
        let lies = run.rotation.isUpright
        let (across, along) = (
            settings.sideMargin * (lies ? run.box.height : run.box.width), settings.endMargin * run.style.size
        )
        let (dx, dy) = lies ? (along, across) : (across, along)
        guard run.box.width > 2 * dx, run.box.height > 2 * dy else { return nil }
        return Rect(x0: run.box.x0 + dx, y0: run.box.y0 + dy, x1: run.box.x1 - dx, y1: run.box.y1 - dy)
    }

    private func crosses(_ line: RulingLine, _ box: Rect) -> Bool {
        switch line.axis {
        case .vertical:
            line.position > box.x0 && line.position < box.x1
                && min(line.end, box.y1) - max(line.start, box.y0) >= settings.covered * box.height
        case .horizontal:
            line.position > box.y0 && line.position < box.y1
                && min(line.end, box.x1) - max(line.start, box.x0) >= settings.covered * box.width
        }
    }

    /// Whether most texts of a group lie on text of another colour or across rules: that of a stamp, not of filled cells.
    func isStampedOver(_ group: [Int]) -> Bool {
        let over = group.filter { liesOnOthers(runs[$0], at: $0) }
        guard !over.isEmpty else { return false }
        let across = group.count { index in over.contains(index) || cross(runs[index], at: index) }
        return 2 * across > group.count
    }

    /// Whether text of another colour stands in the same place.
    private func liesOnOthers(_ run: TextRun, at index: Int) -> Bool {
        runs.indices.contains { other in
            guard other != index, runs[other].style.color != run.style.color, !runs[other].isDecoration,
                let common = runs[other].box.intersection(run.box)
            else { return false }
            return common.area >= settings.stamped * min(run.box.area, runs[other].box.area)
        }
    }

    /// Whether the text runs through text of another style. Boxes of lines that follow each other may overlap: the middle
    /// of the other must lie within the text.
    func runsThroughOthers(_ run: TextRun, at index: Int) -> Bool {
        guard let inner = inner(of: run) else { return false }
        return runs.indices.contains { other in
            guard other != index, runs[other].style != run.style, !runs[other].isDecoration else { return false }
            let (box, middle) = (runs[other].box, runs[other].box.center)
            return run.rotation.isUpright
                ? middle.y > inner.y0 && middle.y < inner.y1
                    && inner.horizontalOverlap(box) >= settings.stamped * min(run.box.width, box.width)
                : middle.x > inner.x0 && middle.x < inner.x1
                    && inner.verticalOverlap(box) >= settings.stamped * min(run.box.height, box.height)
        }
    }

    private func liesOverText(_ run: TextRun, at index: Int) -> Bool {
        runs.indices.contains { other in
            guard other != index, runs[other].style != run.style,
                let common = runs[other].box.intersection(run.box)
            else { return false }
            return common.area >= settings.covered * runs[other].box.area
        }
    }
}
