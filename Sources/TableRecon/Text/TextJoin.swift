internal import PageModel

/// Puts printed pieces back together, by the "common rules for text" of the record format.
///
/// A space stays only between two words of a spaced script; a wrap inside Chinese text, a number, a unit or next to
/// punctuation leaves nothing. Text without any Chinese character is running text of a spaced script and keeps the
/// spaces round its punctuation too.
struct TextJoin {
    let settings: TableSettings

    /// The text of one line's fragments, left to right.
    func text(of fragments: [TextFragment]) -> String {
        let hasCJK = fragments.contains { $0.glyphs.contains { $0.scalar.isCJK } }
        let hasWords = fragments.contains {
            $0.glyphs.contains { $0.scalar.isWordCharacter && !$0.scalar.isDigit }
        }
        let isSpread = SpreadLine(glyphs: fragments.lazy.flatMap(\.glyphs)).isSpread
        var out: [Unicode.Scalar] = []
        out.reserveCapacity(2 * fragments.reduce(0) { $0 + $1.glyphs.count })
        var last: Glyph?
        var sawSpace = false
        for fragment in fragments {
            for glyph in fragment.glyphs {
                if glyph.scalar == " " {
                    sawSpace = true
                    continue
                }
                if let last {
                    let gap = glyph.box.x0 - last.box.x1
                    let spaced =
                        !isSpread && (sawSpace || gap > settings.joining.spaceGap * min(fragment.em, last.box.height))
                    if spaced, keepsSpace(last.scalar, glyph.scalar, running: !hasCJK && hasWords) { out.append(" ") }
                }
                out.append(glyph.scalar)
                last = glyph
                sawSpace = false
            }
        }
        let text = String(joining: out)
        return out.contains(where: \.isRightToLeft) ? String(ReadingDirection.logical(text.unicodeScalars)) : text
    }

    /// The lines of one cell as one string.
    ///
    /// - Parameters:
    ///   - lines: Top to bottom.
    ///   - right: Where the cell's text area ends; a line that leaves room for the next character before it was
    ///     broken between words, one that does not may have been broken anywhere.
    func text(of lines: [TextLine], right: Double) -> String {
        guard var out = lines.first?.text else { return "" }
        let hasCJK = lines.contains { $0.text.unicodeScalars.contains(where: \.isCJK) }
        let hasWords = lines.contains { $0.text.unicodeScalars.contains { $0.isWordCharacter && !$0.isDigit } }
        for (upper, lower) in zip(lines, lines.dropFirst()) {
            if let left = out.unicodeScalars.last, let first = lower.text.unicodeScalars.first,
                let glyph = lower.fragments.first?.glyphs.first
            {
                let roomLeft = right - upper.box.x1
                let brokenAnywhere = roomLeft < glyph.box.width
                if keepsWrapSpace(
                    left, first, brokenAnywhere: brokenAnywhere, chinese: hasCJK, running: !hasCJK && hasWords)
                {
                    out += " "
                }
            }
            out += lower.text
        }
        return out
    }

    private func keepsSpace(_ left: Unicode.Scalar, _ right: Unicode.Scalar, running: Bool) -> Bool {
        if left.isWordCharacter && right.isWordCharacter { return true }
        guard running else { return false }
        return (left.isWordCharacter || left.closesPhrase || left.opensPhrase)
            && (right.isWordCharacter || right.opensPhrase)
    }

    /// A line end is no space of its own: within a number or a Chinese text it leaves nothing.
    private func keepsWrapSpace(
        _ left: Unicode.Scalar, _ right: Unicode.Scalar, brokenAnywhere: Bool, chinese: Bool, running: Bool
    ) -> Bool {
        if left.isDigit && right.isDigit { return !brokenAnywhere && running }
        if left.isWordCharacter && right.isWordCharacter {
            // A figure and a Latin unit or word of a Chinese cell, cut in a column too narrow for either.
            return !(brokenAnywhere && chinese)
        }
        if left == "-" && running { return false }
        return keepsSpace(left, right, running: running)
    }
}
