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
    init(glyphs: [Glyph]) {
        let inked = glyphs.filter { $0.scalar != " " }
        guard inked.count >= Self.fewest, Self.isChineseOrMarked(inked) else {
            isSpread = false
            return
        }
        let height = inked.map(\.box.height).min() ?? 0
        let gaps = zip(inked, inked.dropFirst()).map { $1.box.x0 - $0.box.x1 }
        let least = gaps.min() ?? 0
        let most = gaps.max() ?? 0
        isSpread = least >= Self.smallestGap * height && most - least <= Self.unevenness * height
    }

    /// Single letters and single figures side by side may be entries of their own.
    private static func isChineseOrMarked(_ glyphs: [Glyph]) -> Bool {
        if glyphs.contains(where: { $0.scalar.isCJK }) { return true }
        let digits = glyphs.filter(\.scalar.isDigit).count
        let letters = glyphs.filter { $0.scalar.isWordCharacter && !$0.scalar.isDigit }.count
        return letters == 0 && digits > 0 && digits < glyphs.count
    }
}
