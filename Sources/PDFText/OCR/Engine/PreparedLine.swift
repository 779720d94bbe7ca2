/// A line picture as the recognition model gets it: its text filling the width, scaled to the model's height, padded.
struct PreparedLine {
    /// Among the lines asked for.
    let index: Int
    /// Cut left and right to its text.
    let image: GrayImage
    /// Where `image` begins in the given picture, in its pixels; below 0 where paper was added.
    let offset: Int
    /// Of the given picture.
    let pictureWidth: Int
    /// Of the scaled picture.
    let width: Int
    /// With the padding.
    let paddedWidth: Int

    /// - Returns: nil for a picture without anything dark on it.
    init?(index: Int, picture: GrayImage, settings: PPOCRSettings) {
        guard let ink = InkExtent(of: picture, leastContrast: settings.leastContrast, share: settings.inkShare)
        else { return nil }
        self.index = index
        pictureWidth = picture.width
        let margin = max(Int((Double(picture.height) * settings.margin).rounded()), 1)
        offset = ink.first - margin
        image = picture.columns(from: ink.first - margin, to: ink.last + 1 + margin, paper: ink.paper)
        let wanted = (image.width * settings.lineHeight + image.height - 1) / image.height
        let widest = settings.widths.last ?? wanted
        // What is longer than the longest is squeezed.
        width = min(max(wanted, 1), widest)
        paddedWidth = settings.widths.first { $0 >= wanted } ?? widest
    }

    /// Pixels of the picture that one pixel of the scaled picture stands for, along the line.
    var pixelsPerPixel: Double { Double(image.width) / Double(width) }

    /// Writes the picture as the model wants it: three equal colours of -1 (black) to 1 (white), 0 in the padding.
    func fill(_ target: UnsafeMutableBufferPointer<Float>, height: Int) {
        let plane = height * paddedWidth
        ImageScaler.scale(
            image, width: width, height: height, rowLength: paddedWidth,
            into: UnsafeMutableBufferPointer(rebasing: target[0..<plane]))
        for row in 0..<height {
            let start = row * paddedWidth
            for position in start..<(start + width) { target[position] = target[position] / 127.5 - 1 }
            for position in (start + width)..<(start + paddedWidth) { target[position] = 0 }
        }
        for copy in 1..<3 {
            for position in 0..<plane { target[copy * plane + position] = target[position] }
        }
    }
}
