internal import Glibc
internal import PageModel

/// Which way a word runs on the page.
struct TextDirection: Hashable {
    var turn: QuarterTurn
    /// Slanted over the page: a watermark or the writing round a seal, not part of the page's text.
    var isDecoration: Bool
}

/// Tells the direction of words from where their glyphs stand and from the text matrices of the page's operators.
struct TextDirections {
    /// Where watermarks and seals write: slanted, and straight in a slanted text's colour.
    private let slanted: WritingRays
    private let stray: WritingRays
    /// The turns of text that is not upright.
    private let turns: Set<QuarterTurn>
    /// All texts along the edges of the page, where any is turned.
    private let straight: WritingRays
    private let commonTurn: QuarterTurn
    /// The turn of a page whose text is all turned the same way; nil for every other page.
    let uniformTurn: QuarterTurn?

    /// How far glyphs lie from their text's baseline, in font sizes: over it, under it, and either way where it is slanted.
    private static let rise = 1.0
    private static let drop = 0.3
    private static let slantedReach = 1.2

    init(shows: [TextShow]) {
        let visible = shows.filter { !$0.isClipped }
        let slanted = visible.filter { $0.angle == nil }
        let colors = Set(slanted.map(\.color))
        // Of the writing round a seal, one or two characters happen to stand upright or at a right angle.
        let isSealLike = { (show: TextShow) in
            show.color.isChromatic && (colors.contains(show.color) || colors.contains { $0.isClose(to: show.color) })
        }
        self.slanted = WritingRays(slanted)
        stray = WritingRays(slanted.isEmpty ? [] : visible.filter { $0.angle != nil && isSealLike($0) })
        let turned = visible.filter {
            $0.angle != nil && $0.angle != QuarterTurn.none && (slanted.isEmpty || !isSealLike($0))
        }
        turns = Set(turned.compactMap(\.angle))
        straight = WritingRays(turned.isEmpty ? [] : visible.filter { $0.angle != nil })
        var counts: [QuarterTurn: Int] = [:]
        for show in visible { if let angle = show.angle { counts[angle, default: 0] += 1 } }
        commonTurn = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .none
        uniformTurn = commonTurn != .none && counts.count == 1 ? commonTurn : nil
    }

    var hasTurnedText: Bool { !turns.isEmpty }

    /// The direction of one word; nearly all pages have only upright text, which costs nothing here.
    func direction(of glyphs: [StyledGlyph], style: TextStyle) -> TextDirection {
        let mayDecorate = !slanted.isEmpty || !stray.isEmpty
        let decoration = mayDecorate && glyphs.allSatisfy { isDecoration($0, style: style) }
        guard !turns.isEmpty else { return TextDirection(turn: .none, isDecoration: decoration) }
        return TextDirection(turn: turn(of: glyphs), isDecoration: decoration)
    }

    private func turn(of glyphs: [StyledGlyph]) -> QuarterTurn {
        guard let first = glyphs.first?.box.center, let last = glyphs.last?.box.center else { return commonTurn }
        guard glyphs.count > 1 else { return uniformTurn ?? turn(ofOne: glyphs[0]) }
        let dx = last.x - first.x
        let dy = last.y - first.y
        let geometry: QuarterTurn =
            abs(dx) >= abs(dy) ? (dx >= 0 ? .none : .half) : (dy >= 0 ? .clockwise : .counterclockwise)
        if turns.contains(geometry) { return geometry }
        // Poppler may hand out turned glyphs from the far end; the operators know better which way they run.
        if !geometry.isUpright, turns.contains(geometry.opposite) { return geometry.opposite }
        // Upright glyphs written downwards (vertical writing) are not turned text.
        return .none
    }

    /// A glyph alone has no direction of its own: it has that of the text on whose way it lies, the nearest first.
    private func turn(ofOne glyph: StyledGlyph) -> QuarterTurn {
        let found = straight.nearest(to: glyph.box.center, rise: Self.rise, drop: Self.drop)
        return found.flatMap { QuarterTurn(rawValue: $0) } ?? .none
    }

    /// The operators give only where a text begins; its glyphs follow on the ray from there. Colours do not help where
    /// a watermark is transparent, so the font size must agree.
    private func isDecoration(_ glyph: StyledGlyph, style: TextStyle) -> Bool {
        let center = glyph.box.center
        return slanted.reach(center, size: style.size, across: Self.slantedReach)
            || style.color.isChromatic && stray.reach(center, size: style.size, across: Self.slantedReach)
    }
}

extension RGB {
    /// Neither black nor white nor gray.
    var isChromatic: Bool {
        Int(max(red, green, blue)) - Int(min(red, green, blue)) > 60
    }

    fileprivate func isClose(to other: RGB) -> Bool {
        abs(Int(red) - Int(other.red)) <= 8 && abs(Int(green) - Int(other.green)) <= 8
            && abs(Int(blue) - Int(other.blue)) <= 8
    }
}
