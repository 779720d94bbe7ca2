internal import PageModel

/// Tells a line whose characters were spread to fill its cell ("≥ 1 0 0 0 人 次"): its gaps are no spaces.
struct SpreadLine {
    let isSpread: Bool

    /// Fewer characters than this have no rhythm.
    private static let fewest = 3
    /// Smallest gap, in heights of a character, of a spread line.
    private static let smallestGap = 0.15
    /// Largest difference between the gaps, in heights.
    private static let unevenness = 0.12

    /// - Parameter glyphs: Of one line, left to right, with the spaces between them.
    init(glyphs: some Sequence<Glyph>) {
        var (count, height) = (0, Double.infinity)
        var (least, most) = (Double.infinity, -Double.infinity)
        var hasCJK = false
        var (digits, letters) = (0, 0)
        var right: Double?
        for glyph in glyphs where glyph.scalar != " " {
            count += 1
            height = min(height, glyph.box.height)
            if let right {
                let gap = glyph.box.x0 - right
                (least, most) = (min(least, gap), max(most, gap))
            }
            right = glyph.box.x1
            hasCJK = hasCJK || glyph.scalar.isCJK
            if glyph.scalar.isDigit {
                digits += 1
            } else if !hasCJK, glyph.scalar.isWordCharacter {
                letters += 1
            }
        }
        // Single letters and single figures side by side may be entries of their own.
        let isChineseOrMarked = hasCJK || letters == 0 && digits > 0 && digits < count
        isSpread =
            count >= Self.fewest && isChineseOrMarked && least >= Self.smallestGap * height
            && most - least <= Self.unevenness * height
    }
}
