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
        guard !hidden.isEmpty, let start = begin(of: glyph, among: hidden) else { return false }
        guard let other = begin(of: glyph, among: visible) else { return true }
        return other <= start
    }

    /// The start of the last text at or before the glyph on its line.
    private func begin(of glyph: StyledGlyph, among shows: [TextShow]) -> Double? {
        let box = glyph.box
        return shows.lazy
            .filter { box.y0 <= $0.origin.y && $0.origin.y <= box.y1 && $0.origin.x <= box.x0 + 0.2 * box.width }
            .filter { abs($0.size - box.height) <= 0.5 * box.height }
            .map(\.origin.x).max()
    }
}
