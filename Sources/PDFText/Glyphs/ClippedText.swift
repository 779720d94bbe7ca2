internal import PageModel

/// Tells glyphs that a clip path keeps from being seen, such as a spreadsheet's text beyond the edge of its page.
struct ClippedText {
    /// Of upright text, by baseline: where hidden and where visible texts begin.
    private let hidden: [TextShow]
    private let visible: [TextShow]
    /// For each style, how far above the lower side of a glyph's box the baseline lies, as a part of the height.
    private var baselines: [Int: Double] = [:]
    /// What is known of most fonts.
    private let commonBaseline = 0.2

    init(shows: [TextShow], glyphs: [StyledGlyph]) {
        let upright = shows.filter { $0.angle == QuarterTurn.none }
        hidden = upright.filter(\.isClipped)
        visible = hidden.isEmpty ? [] : upright.filter { !$0.isClipped }
        if !hidden.isEmpty { baselines = measuredBaselines(glyphs) }
    }

    /// The middle of what the glyphs that begin a visible text say.
    private func measuredBaselines(_ glyphs: [StyledGlyph]) -> [Int: Double] {
        var found: [Int: [Double]] = [:]
        for glyph in glyphs {
            let box = glyph.box
            guard box.height > 0, let show = visible.first(where: { begins($0, glyph) }) else { continue }
            found[glyph.style, default: []].append((box.y1 - show.origin.y) / box.height)
        }
        return found.mapValues { $0.sorted()[$0.count / 2] }
    }

    private func begins(_ show: TextShow, _ glyph: StyledGlyph) -> Bool {
        abs(show.origin.x - glyph.box.x0) <= 0.05 * show.size && glyph.box.y0 <= show.origin.y
            && show.origin.y <= glyph.box.y1
    }

    /// Whether the text that the glyph belongs to begins outside its clip path.
    ///
    /// The operators tell where a text begins, not where it ends: it reaches to the next one on its baseline.
    func hides(_ glyph: StyledGlyph) -> Bool {
        guard !hidden.isEmpty, let mine = begin(of: glyph, among: hidden) else { return false }
        guard let other = begin(of: glyph, among: visible) else { return true }
        // Of texts printed over each other the one whose baseline fits the glyph better is its own.
        if abs(mine.distance - other.distance) > 0.03 * glyph.box.height { return mine.distance < other.distance }
        return other.x < mine.x
    }

    /// The last text that begins at or before the glyph on the line that fits it best.
    private func begin(of glyph: StyledGlyph, among shows: [TextShow]) -> (x: Double, distance: Double)? {
        let box = glyph.box
        let baseline = box.y1 - (baselines[glyph.style] ?? commonBaseline) * box.height
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
