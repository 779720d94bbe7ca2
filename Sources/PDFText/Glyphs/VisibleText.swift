internal import PageModel

/// Turns Poppler's characters into text runs: what a reader sees, once, with its direction.
///
/// Left out: glyphs that cannot be seen (`UnseenGlyphs`), of no height, and the second copy of a glyph drawn twice. Text that
/// runs slanted over the page, or large and pale over the table, is kept but marked as decoration.
struct VisibleText {
    let text: PopplerText
    let graphics: PageGraphics
    let settings: PDFTextSettings
    /// How many glyphs were left out for their clip path, and how many for any other reason.
    let unseenCounts: (clipped: Int, hidden: Int)

    init(glyphs: PopplerText, graphics: PageGraphics, width: Double, height: Double, settings: PDFTextSettings) {
        let bounds = Rect(x0: 0, y0: 0, x1: width, y1: height)
        let unseen = UnseenGlyphs(text: glyphs, graphics: graphics, bounds: bounds, settings: settings)
        text = glyphs.without(unseen.clipped.union(unseen.hidden))
        unseenCounts = (unseen.clipped.count, unseen.hidden.count)
        self.graphics = graphics
        self.settings = settings
    }

    /// The runs of the page in Poppler's reading order.
    func runs() -> [TextRun] {
        Watermarks(graphics: graphics, settings: settings.watermarks).marked(drawnRuns())
    }

    private func drawnRuns() -> [TextRun] {
        let directions = TextDirections(shows: graphics.shows)
        var seen = DuplicateFilter(distance: settings.duplicateDistance)
        var builder = RunBuilder(settings: settings)
        if let turn = directions.uniformTurn {
            // Poppler makes upright words of a sideways page's characters, across its lines; only the places count.
            let glyphs = text.glyphs.filter { isVisible($0) && seen.isNew($0) }
            for glyph in glyphs.inLines(along: turn) {
                let direction = directions.direction(of: [glyph], style: text.styles[glyph.style])
                builder.append(glyph, style: text.styles[glyph.style], direction: direction)
            }
            return builder.finished()
        }
        for word in words(touching: directions.hasTurnedText) {
            let glyphs = text.glyphs[word].filter { isVisible($0) && seen.isNew($0) }
            guard let first = glyphs.first else { continue }
            let direction = directions.direction(of: glyphs, style: text.styles[first.style])
            for glyph in glyphs.inReadingOrder(along: direction.turn) {
                builder.append(glyph, style: text.styles[glyph.style], direction: direction)
            }
        }
        return builder.finished()
    }

    /// Ranges of glyphs of one style without a space or line end between them.
    ///
    /// - Parameter touching: Each glyph must also stand next to the one before: on pages with turned text Poppler puts
    ///   characters of different rows one after the other.
    private func words(touching: Bool) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        for index in text.glyphs.indices.dropFirst() {
            let glyph = text.glyphs[index]
            let last = text.glyphs[index - 1]
            if glyph.startsLine || glyph.followsSpace || glyph.style != last.style
                || touching && !glyph.box.touches(last.box)
            {
                words.append(start..<index)
                start = index
            }
        }
        if start < text.glyphs.count { words.append(start..<text.glyphs.count) }
        return words
    }

    private func isVisible(_ glyph: StyledGlyph) -> Bool {
        let box = glyph.box
        return max(box.width, box.height) >= settings.smallestGlyph
            && min(box.width, box.height) >= settings.thinnestGlyph
    }
}

extension PopplerText {
    /// The glyph after one that is left out begins what that began.
    fileprivate func without(_ indexes: Set<Int>) -> PopplerText {
        guard !indexes.isEmpty else { return self }
        var rest = PopplerText(glyphs: [], styles: styles)
        var (startsLine, followsSpace) = (false, false)
        for (index, glyph) in glyphs.enumerated() {
            startsLine = startsLine || glyph.startsLine
            followsSpace = followsSpace || glyph.followsSpace
            if indexes.contains(index) { continue }
            var kept = glyph
            kept.startsLine = startsLine
            kept.followsSpace = followsSpace && !startsLine
            rest.glyphs.append(kept)
            (startsLine, followsSpace) = (false, false)
        }
        return rest
    }
}

extension [StyledGlyph] {
    /// On a page with turned text Poppler hands out words from either end.
    fileprivate func inReadingOrder(along turn: QuarterTurn) -> [StyledGlyph] {
        guard count > 1, self[0].box.place(along: turn) > self[count - 1].box.place(along: turn) else { return self }
        var ordered = sorted { $0.box.place(along: turn) < $1.box.place(along: turn) }
        // What Poppler says of the word as a whole belongs to its first glyph.
        let (startsLine, followsSpace) = (self[0].startsLine, self[0].followsSpace)
        for index in ordered.indices {
            ordered[index].startsLine = index == 0 && startsLine
            ordered[index].followsSpace = index == 0 && followsSpace
        }
        return ordered
    }

    /// All glyphs of a page line by line, from their places alone.
    fileprivate func inLines(along turn: QuarterTurn) -> [StyledGlyph] {
        let byLine = sorted { $0.box.place(across: turn) < $1.box.place(across: turn) }
        var ordered: [StyledGlyph] = []
        var line: [StyledGlyph] = []
        let flush = { (line: [StyledGlyph]) -> [StyledGlyph] in
            var glyphs = line.sorted { $0.box.place(along: turn) < $1.box.place(along: turn) }
            for index in glyphs.indices {
                glyphs[index].startsLine = index == 0
                glyphs[index].followsSpace = false
            }
            return glyphs
        }
        for glyph in byLine {
            let em = turn.isUpright ? glyph.box.height : glyph.box.width
            if let first = line.first, glyph.box.place(across: turn) - first.box.place(across: turn) > 0.3 * em {
                ordered += flush(line)
                line = []
            }
            line.append(glyph)
        }
        return ordered + flush(line)
    }
}

extension Rect {
    /// How far along the reading direction of text turned by `turn` the box's middle lies.
    fileprivate func place(along turn: QuarterTurn) -> Double {
        switch turn {
        case .none: midX
        case .clockwise: midY
        case .half: -midX
        case .counterclockwise: -midY
        }
    }

    /// Whether the middles are no further apart than those of neighbours in a word.
    fileprivate func touches(_ other: Rect) -> Bool {
        let reach = 1.3 * max(width, height, other.width, other.height)
        return abs(midX - other.midX) <= reach && abs(midY - other.midY) <= reach
    }

    /// How far down the lines of text turned by `turn` the box's middle lies.
    fileprivate func place(across turn: QuarterTurn) -> Double {
        switch turn {
        case .none: midY
        case .clockwise: -midX
        case .half: -midY
        case .counterclockwise: midX
        }
    }
}
