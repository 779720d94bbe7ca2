internal import PageImage
internal import PageModel

/// Tells pictures of documents from charts, maps and photographs.
///
/// On a page with text of its own these are left unread: the labels of a chart are no rows of a table, and an engine
/// need not be loaded for them.
struct DocumentJudge {
    struct Settings: Hashable, Sendable {
        /// Part of the ink that is text: bars, curves and frames are not.
        var textShare = 0.8
        /// Part of the text that stands in lines, and how long these are in their heights: dots and numbers along an
        /// axis do not.
        var lineShare = 0.4
        var lineLength = 5
        /// Part of the picture that has the tint of the paper, and how far a tint may be off it (differences of red and
        /// of blue to green, 0…255).
        var paperShare = 0.65
        var tint = 24
        /// Confidence with which a sample of the lines reads.
        var confidence = 0.7
    }

    let settings: Settings

    /// - Parameter colors: What `picture` was made of.
    func isDocument(_ picture: PagePicture, colors: ColorImage) -> Bool {
        picture.textShare >= settings.textShare && lineShare(of: picture) >= settings.lineShare
            && paperShare(of: colors) >= settings.paperShare
    }

    private func lineShare(of picture: PagePicture) -> Double {
        let area = { (boxes: [PixelBox]) in boxes.reduce(0) { $0 + $1.width * $1.height } }
        let all = area(picture.lines)
        guard all > 0 else { return 0 }
        // A table may stand sideways in its picture.
        let long = picture.lines.filter { max($0.width, $0.height) >= settings.lineLength * min($0.width, $0.height) }
        return Double(area(long)) / Double(all)
    }

    /// Part of the pixels near the most common tint; every 16th pixel counts.
    private func paperShare(of colors: ColorImage) -> Double {
        // Gray stands in the middle of a bin.
        let half = 255 / settings.tint + 1
        let bin = { (difference: Int) in (difference + half * settings.tint + settings.tint / 2) / settings.tint }
        let bins = 2 * half + 1
        var counts = [Int](repeating: 0, count: bins * bins)
        var total = 0
        for index in stride(from: 0, to: 4 * colors.width * colors.height, by: 64) {
            let (blue, green) = (Int(colors.pixels[index]), Int(colors.pixels[index + 1]))
            counts[bin(Int(colors.pixels[index + 2]) - green) * bins + bin(blue - green)] += 1
            total += 1
        }
        return total > 0 ? Double(counts.max() ?? 0) / Double(total) : 0
    }
}
