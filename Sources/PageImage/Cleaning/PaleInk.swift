/// Paler strokes that run across a line's text, as what is left of a seal that was scanned in gray.
package struct PaleInk {
    /// Shares are of the way from the ink's brightness to the paper's, as in `InkMask`.
    package struct Settings: Hashable, Sendable {
        /// Ink is the text's up to this share.
        package var textShare = 0.35
        /// What is darker than this, 0…255, and apart from the text is pale ink.
        package var paper = 215
        /// Least pale ink, as part of the text's, of a line that is read without it.
        package var least = 0.08
        /// Shares up to which ink is kept for the readings of such a line: digits lose strokes to the first.
        package var shares = [0.35, 0.5, 0.62]
        /// Area of the largest speck among what is kept, pixels at 200 dots per inch.
        package var speck = 6

        package init() {}
    }

    package let settings: Settings

    package init(settings: Settings) {
        self.settings = settings
    }

    /// Whether a line has enough pale ink to be misread for it.
    package func lies(over line: GrayImage) -> Bool {
        let text = InkMask(levelled: line, inkShare: settings.textShare)
        let inked = text.isInk.count { $0 }
        guard inked > 0 else { return false }
        let near = text.grown(by: 2)
        let pale = line.pixels.indices.count { line.pixels[$0] < settings.paper && !near.isInk[$0] }
        return Double(pale) >= settings.least * Double(inked)
    }

    /// The line with paper in place of what is paler than a share, and of specks; without rows of paper above and below.
    package func removed(from line: GrayImage, share: Double) -> GrayImage? {
        let ink = InkMask(levelled: line, inkShare: share)
        let parts = ink.components(of: line).filter { $0.area >= settings.speck }.map(\.box)
        guard let top = parts.map(\.y0).min(), let bottom = parts.map(\.y1).max() else { return nil }
        let near = ink.grown(by: 1)
        let pixels = line.pixels.indices.map { near.isInk[$0] ? line.pixels[$0] : 255 }
        let clean = GrayImage(width: line.width, height: line.height, pixels: pixels).whitened(ink: ink, outside: parts)
        let margin = max(2, (bottom - top) / 10)
        return clean.cropped(
            to: PixelBox(x0: 0, y0: max(0, top - margin), x1: line.width, y1: min(line.height, bottom + margin)))
    }
}

extension InkMask {
    /// The ink and what is near it, along the rows and the columns.
    fileprivate func grown(by reach: Int) -> InkMask {
        var grown = self
        for y in 0..<height {
            for x in 0..<width where isInk[y * width + x] {
                for ny in max(0, y - reach)...min(height - 1, y + reach) {
                    for nx in max(0, x - reach)...min(width - 1, x + reach) { grown.isInk[ny * width + nx] = true }
                }
            }
        }
        return grown
    }
}
