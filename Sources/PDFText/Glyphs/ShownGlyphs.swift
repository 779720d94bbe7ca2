internal import PageModel

/// Which text-showing operator drew each glyph of upright text, from where texts begin and how glyphs follow each other.
struct ShownGlyphs {
    private var shows: ShowIndex
    /// For each style, how far above the lower side of a glyph's box the baseline lies, as a part of the height.
    private var baselines: [Int: Double] = [:]
    /// Operators that begin in one place, in painting order, where something was painted between them.
    private var twins: [Origin: [TextShow]] = [:]

    /// Where a text begins, in tenths of a point.
    private struct Origin: Hashable {
        let x: Int
        let y: Int

        private static let steps = 10.0
        private static let bounds = 1e9

        init(_ show: TextShow) {
            let count = { (value: Double) in
                Int(min(max(value * Self.steps, -Self.bounds), Self.bounds).rounded())
            }
            (x, y) = (count(show.origin.x), count(show.origin.y))
        }
    }

    /// The same of most fonts.
    private static let commonBaseline = 0.2
    /// A glyph this close to an operator's place, in font sizes, is its first.
    private static let atOrigin = 0.05
    /// Glyphs that follow each other in one text are no further apart than this, in font sizes.
    private static let following = 0.3
    /// Operators whose distances differ by less than this many heights are on one line.
    private static let sameLine = 0.02
    /// Largest distance, in heights of the glyph, between the baseline sought and that of an operator.
    private static let reach = 0.4

    init(shows: [TextShow], glyphs: [StyledGlyph]) {
        self.shows = ShowIndex(shows)
        let upright = shows.filter { $0.angle == QuarterTurn.none }
        twins = Dictionary(grouping: upright, by: Origin.init).filter {
            $1.count > 1 && $1[0].order < $1[$1.count - 1].order
        }
        baselines = measuredBaselines(glyphs)
    }

    /// Lines of operators looked at so far.
    var steps: Int { shows.steps }

    /// The middle of what glyphs tell at which one operator alone begins.
    private mutating func measuredBaselines(_ glyphs: [StyledGlyph]) -> [Int: Double] {
        var found: [Int: [Double]] = [:]
        for glyph in glyphs where glyph.box.height > 0 {
            let box = glyph.box
            guard let show = shows.only(at: box.x0, tolerance: Self.atOrigin, y: box.y0...box.y1) else { continue }
            found[glyph.style, default: []].append((box.y1 - show.origin.y) / box.height)
        }
        return found.mapValues { $0.sorted()[$0.count / 2] }
    }

    /// Calls `body` with the index of each glyph whose operator is known.
    mutating func forEach(_ glyphs: [StyledGlyph], _ body: (Int, TextShow) -> Void) {
        var beginnings = twins.isEmpty ? [:] : beginnings(among: glyphs)
        var last: (index: Int, show: TextShow)?
        for (index, glyph) in glyphs.enumerated() {
            var found = begin(of: glyph)
            if let first = found, first.isFirst { found?.show = Self.twin(of: first.show, among: &beginnings) }
            if let last, found?.isFirst != true, Self.follows(glyph, glyphs[last.index]) {
                found = (last.show, false)
            }
            last = found.map { (index, $0.show) }
            if let found { body(index, found.show) }
        }
    }

    /// The operators of places where as many glyphs begin as texts. Old text under a cover and the new text over it begin
    /// in one place; Poppler hands them out in painting order, unless it takes one for a copy of the other.
    private mutating func beginnings(among glyphs: [StyledGlyph]) -> [Origin: ArraySlice<TextShow>] {
        var counts: [Origin: Int] = [:]
        for glyph in glyphs {
            if let found = begin(of: glyph), found.isFirst { counts[Origin(found.show), default: 0] += 1 }
        }
        return twins.filter { counts[$0] == $1.count }.mapValues { $0[...] }
    }

    /// The next of the operators that begin where one does; the operator itself where it is the only one.
    private static func twin(of show: TextShow, among beginnings: inout [Origin: ArraySlice<TextShow>]) -> TextShow {
        guard !beginnings.isEmpty else { return show }
        return beginnings[Origin(show)]?.popFirst() ?? show
    }

    /// Texts that run over the beginning of the next one go on in their own.
    private static func follows(_ glyph: StyledGlyph, _ last: StyledGlyph) -> Bool {
        let gap = abs(glyph.box.x0 - last.box.x1)
        return glyph.style == last.style && gap <= following * glyph.box.height
            && abs(glyph.box.y1 - last.box.y1) <= atOrigin * glyph.box.height
    }

    /// The last operator that begins at or before the glyph on the line that fits it best.
    private mutating func begin(of glyph: StyledGlyph) -> (show: TextShow, isFirst: Bool)? {
        let box = glyph.box
        let line = box.y1 - (baselines[glyph.style] ?? Self.commonBaseline) * box.height
        let reach = Self.reach * box.height
        var best: (show: TextShow, distance: Double)?
        shows.forLast(before: box.x0 + 0.2 * box.width, height: box.height, y: (line - reach)...(line + reach)) {
            show in
            let distance = abs(show.origin.y - line)
            if let best {
                let isSameLine = abs(distance - best.distance) <= Self.sameLine * box.height
                let isLater = (show.origin.x, show.order) >= (best.show.origin.x, best.show.order)
                guard isSameLine ? isLater : distance < best.distance else { return }
            }
            best = (show, distance)
        }
        return best.map { ($0.show, abs($0.show.origin.x - box.x0) <= Self.atOrigin * $0.show.size) }
    }
}
