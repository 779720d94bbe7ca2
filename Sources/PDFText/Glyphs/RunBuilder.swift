internal import PageModel

/// Gathers glyphs, word by word, into runs of one style on one baseline.
struct RunBuilder {
    private let settings: PDFTextSettings
    private var runs: [TextRun] = []
    private var glyphs: [Glyph] = []
    private var style: TextStyle?
    /// The number of that style: glyphs of one number need no comparison of names.
    private var styleNumber = -1
    private var direction = TextDirection(turn: .none, isDecoration: false)

    init(settings: PDFTextSettings) { self.settings = settings }

    mutating func append(_ glyph: StyledGlyph, style: TextStyle, direction: TextDirection) {
        let next = Glyph(scalar: glyph.scalar, box: glyph.box)
        if let last = glyphs.last {
            let gap = last.box.gap(to: next.box, along: direction.turn)
            let em = direction.turn.isUpright ? next.box.height : next.box.width
            let continues =
                !glyph.startsLine && (glyph.style == styleNumber || style == self.style) && direction == self.direction
                && gap <= settings.runGap * em
                && gap >= -settings.runGap * em && last.box.sharesLine(with: next.box, along: direction.turn)
            if !continues {
                flush()
            } else if glyph.followsSpace {
                glyphs.append(Glyph(scalar: " ", box: last.box.between(next.box)))
            }
        }
        if glyphs.isEmpty {
            self.style = style
            styleNumber = glyph.style
            self.direction = direction
        }
        glyphs.append(next)
    }

    mutating func finished() -> [TextRun] {
        flush()
        return runs
    }

    private mutating func flush() {
        guard let style, !glyphs.isEmpty else { return }
        var run = TextRun(glyphs: glyphs, style: style, rotation: direction.turn)
        run.isDecoration = direction.isDecoration
        runs.append(run)
        glyphs = []
    }
}

extension Rect {
    /// Free space between two glyph boxes in reading direction; negative where they overlap.
    func gap(to next: Rect, along turn: QuarterTurn) -> Double {
        switch turn {
        case .none: next.x0 - x1
        case .half: x0 - next.x1
        case .clockwise: next.y0 - y1
        case .counterclockwise: y0 - next.y1
        }
    }

    /// Whether most of the lower of two glyph boxes stands at the height of the other. Poppler may give the words of two
    /// lines in turn where these stand far apart.
    func sharesLine(with next: Rect, along turn: QuarterTurn) -> Bool {
        if turn.isUpright { return verticalOverlap(next) >= 0.5 * min(height, next.height) }
        return horizontalOverlap(next) >= 0.5 * min(width, next.width)
    }

    /// The box of the space between two glyphs.
    func between(_ next: Rect) -> Rect {
        if verticalOverlap(next) >= horizontalOverlap(next) {
            return Rect(x0: x1, y0: min(y0, next.y0), x1: next.x0, y1: max(y1, next.y1))
        }
        return Rect(x0: min(x0, next.x0), y0: y1, x1: max(x1, next.x1), y1: next.y0)
    }
}
