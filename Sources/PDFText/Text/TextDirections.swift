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
    private let slanted: [TextShow]
    private let turned: [TextShow]
    private let commonTurn: QuarterTurn

    init(shows: [TextShow]) {
        let visible = shows.filter { !$0.isClipped }
        slanted = visible.filter { $0.angle == nil }
        turned = visible.filter { $0.angle != nil && $0.angle != QuarterTurn.none }
        var counts: [QuarterTurn: Int] = [:]
        for show in visible { if let angle = show.angle { counts[angle, default: 0] += 1 } }
        commonTurn = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .none
    }

    /// The direction of one word; nearly all pages have only upright text, which costs nothing here.
    func direction(of glyphs: [StyledGlyph], style: TextStyle) -> TextDirection {
        let decoration = !slanted.isEmpty && glyphs.allSatisfy { liesOnSlantedShow($0, style: style) }
        guard !turned.isEmpty else { return TextDirection(turn: .none, isDecoration: decoration) }
        return TextDirection(turn: turn(of: glyphs), isDecoration: decoration)
    }

    private func turn(of glyphs: [StyledGlyph]) -> QuarterTurn {
        guard let first = glyphs.first?.box.center, let last = glyphs.last?.box.center, glyphs.count > 1 else {
            return commonTurn
        }
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

    /// The operators give only where a slanted text begins; its glyphs follow on the ray from there.
    private func liesOnSlantedShow(_ glyph: StyledGlyph, style: TextStyle) -> Bool {
        slanted.contains { show in
            guard show.color == style.color || show.color.isClose(to: style.color) else { return false }
            let dx = glyph.box.midX - show.origin.x
            let dy = glyph.box.midY - show.origin.y
            let radians = show.angleDegrees * .pi / 180
            let (cosine, sine) = (cos(radians), sin(radians))
            let along = dx * cosine + dy * sine
            let across = abs(dy * cosine - dx * sine)
            return along >= -show.size && across <= 1.2 * show.size
        }
    }
}

extension RGB {
    fileprivate func isClose(to other: RGB) -> Bool {
        abs(Int(red) - Int(other.red)) <= 8 && abs(Int(green) - Int(other.green)) <= 8
            && abs(Int(blue) - Int(other.blue)) <= 8
    }
}
