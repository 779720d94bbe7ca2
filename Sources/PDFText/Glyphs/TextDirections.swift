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
    /// Where watermarks and seals write.
    private let decorations: [TextShow]
    private let turned: [TextShow]
    /// All texts along the edges of the page, where any is turned.
    private let straight: [TextShow]
    private let commonTurn: QuarterTurn
    /// The turn of a page whose text is all turned the same way; nil for every other page.
    let uniformTurn: QuarterTurn?

    init(shows: [TextShow]) {
        let visible = shows.filter { !$0.isClipped }
        let slanted = visible.filter { $0.angle == nil }
        // Of the writing round a seal, one or two characters happen to stand upright or at a right angle.
        let isSealLike = { (show: TextShow) in
            show.color.isChromatic && slanted.contains { $0.color.isClose(to: show.color) }
        }
        decorations = slanted.isEmpty ? [] : visible.filter { $0.angle == nil || isSealLike($0) }
        turned = visible.filter {
            $0.angle != nil && $0.angle != QuarterTurn.none && (slanted.isEmpty || !isSealLike($0))
        }
        straight = turned.isEmpty ? [] : visible.filter { $0.angle != nil }
        var counts: [QuarterTurn: Int] = [:]
        for show in visible { if let angle = show.angle { counts[angle, default: 0] += 1 } }
        commonTurn = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .none
        uniformTurn = commonTurn != .none && counts.count == 1 ? commonTurn : nil
    }

    var hasTurnedText: Bool { !turned.isEmpty }

    /// The direction of one word; nearly all pages have only upright text, which costs nothing here.
    func direction(of glyphs: [StyledGlyph], style: TextStyle) -> TextDirection {
        let decoration = !decorations.isEmpty && glyphs.allSatisfy { isDecoration($0, style: style) }
        guard !turned.isEmpty else { return TextDirection(turn: .none, isDecoration: decoration) }
        return TextDirection(turn: turn(of: glyphs), isDecoration: decoration)
    }

    private func turn(of glyphs: [StyledGlyph]) -> QuarterTurn {
        guard let first = glyphs.first?.box.center, let last = glyphs.last?.box.center else { return commonTurn }
        guard glyphs.count > 1 else { return uniformTurn ?? turn(ofOne: glyphs[0]) }
        let dx = last.x - first.x
        let dy = last.y - first.y
        let geometry: QuarterTurn =
            abs(dx) >= abs(dy) ? (dx >= 0 ? .none : .half) : (dy >= 0 ? .clockwise : .counterclockwise)
        if turned.contains(where: { $0.angle == geometry }) { return geometry }
        // Poppler may hand out turned glyphs from the far end; the operators know better which way they run.
        if !geometry.isUpright, turned.contains(where: { $0.angle == geometry.opposite }) { return geometry.opposite }
        // Upright glyphs written downwards (vertical writing) are not turned text.
        return .none
    }

    /// A glyph alone has no direction of its own: it has that of the text on whose way it lies, the nearest first.
    private func turn(ofOne glyph: StyledGlyph) -> QuarterTurn {
        var best: (turn: QuarterTurn, along: Double)?
        for show in straight {
            guard let turn = show.angle else { continue }
            let dx = glyph.box.midX - show.origin.x
            let dy = glyph.box.midY - show.origin.y
            let (along, across): (Double, Double) =
                switch turn {
                case .none: (dx, -dy)
                case .clockwise: (dy, dx)
                case .half: (-dx, dy)
                case .counterclockwise: (-dy, -dx)
                }
            // The glyph's middle lies over the baseline by less than the font's size.
            guard along >= 0, across >= -0.3 * show.size, across <= show.size else { continue }
            if along < best?.along ?? .infinity { best = (turn, along) }
        }
        return best?.turn ?? .none
    }

    /// The operators give only where a text begins; its glyphs follow on the ray from there. Colours do not help where
    /// a watermark is transparent, so the font size must agree.
    private func isDecoration(_ glyph: StyledGlyph, style: TextStyle) -> Bool {
        decorations.contains { show in
            guard abs(show.size - style.size) <= 0.05 * show.size else { return false }
            guard show.angle == nil || style.color.isChromatic else { return false }
            let dx = glyph.box.midX - show.origin.x
            let dy = glyph.box.midY - show.origin.y
            let radians = show.angleDegrees * .pi / 180
            let along = dx * cos(radians) + dy * sin(radians)
            let across = abs(dy * cos(radians) - dx * sin(radians))
            return along >= -show.size && across <= 1.2 * show.size
        }
    }
}

extension RGB {
    /// Neither black nor white nor gray.
    fileprivate var isChromatic: Bool {
        Int(max(red, green, blue)) - Int(min(red, green, blue)) > 60
    }

    fileprivate func isClose(to other: RGB) -> Bool {
        abs(Int(red) - Int(other.red)) <= 8 && abs(Int(green) - Int(other.green)) <= 8
            && abs(Int(blue) - Int(other.blue)) <= 8
    }
}
