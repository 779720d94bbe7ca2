internal import PageModel

/// Tells glyphs that a clip path keeps from being seen, such as a spreadsheet's text beyond the edge of its page.
struct ClippedText {
    /// Of upright text, by baseline: where hidden and where visible texts begin.
    private let hidden: [TextShow]
    private let visible: [TextShow]

    init(shows: [TextShow]) {
        let upright = shows.filter { $0.angle == QuarterTurn.none }
        hidden = upright.filter(\.isClipped)
        visible = hidden.isEmpty ? [] : upright.filter { !$0.isClipped }
    }

    /// Whether the text that the glyph belongs to begins outside its clip path.
    ///
    /// The operators tell where a text begins, not where it ends: it reaches to the next one on its baseline.
    func hides(_ glyph: StyledGlyph) -> Bool {
        guard !hidden.isEmpty, let mine = begin(of: glyph, among: hidden) else { return false }
        guard let other = begin(of: glyph, among: visible) else { return true }
        // Of texts printed over each other the one whose baseline fits the glyph better is its own.
        if abs(mine.distance - other.distance) > 0.1 * glyph.box.height { return mine.distance < other.distance }
        return other.x <= mine.x
    }

    /// The last text that begins at or before the glyph on the line that fits it best.
    private func begin(of glyph: StyledGlyph, among shows: [TextShow]) -> (x: Double, distance: Double)? {
        let box = glyph.box
        // Fonts differ, but the baseline lies near a fifth of the height above the box's lower side.
        let baseline = box.y1 - 0.2 * box.height
        var best: (x: Double, distance: Double)?
        for show in shows where show.origin.x <= box.x0 + 0.2 * box.width {
            let distance = abs(show.origin.y - baseline)
            guard distance <= 0.4 * box.height, abs(show.size - box.height) <= 0.5 * box.height else { continue }
            if let known = best {
                let isSameLine = abs(distance - known.distance) <= 0.02 * box.height
                if isSameLine ? show.origin.x <= known.x : distance >= known.distance { continue }
            }
            best = (show.origin.x, distance)
        }
        return best
    }
}
