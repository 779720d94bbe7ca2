internal import PageImage
internal import PageModel

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

    /// - Returns: nil for a picture without anything dark on it.
    init?(index: Int, picture: GrayImage, settings: PPOCRSettings) {
        guard let ink = InkExtent(of: picture, leastContrast: settings.leastContrast, share: settings.inkShare)
        else { return nil }
        self.index = index
        pictureWidth = picture.width
        let margin = max(Int((Double(picture.height) * settings.margin).rounded()), 1)
        offset = ink.first - margin
        image = picture.columns(from: ink.first - margin, to: ink.last + 1 + margin, paper: ink.paper)
        let scale = settings.squeeze * Double(settings.lineHeight) / Double(image.height)
        let wanted = Int((Double(image.width) * scale).rounded(.up))
        let widest = settings.widths.last ?? wanted
        // What is longer than the longest is squeezed.
        width = min(max(wanted, 1), widest)
    }

    /// Pixels of the picture that one pixel of the scaled picture stands for, along the line.
    var pixelsPerPixel: Double { Double(image.width) / Double(width) }

    /// Whether the characters fill the line from end to end, without a place for one between them.
    func isCovered(by reading: LineReading, settings: PPOCRSettings) -> Bool {
        let height = Double(image.height)
        let characters = reading.characters.map { character in
            (middle: character.middle, reach: (character.isDigit ? settings.digitReach : settings.reach) * height)
        }
        guard let first = characters.first, let last = characters.last else { return false }
        let (start, end) = (Double(offset), Double(offset + image.width))
        return first.middle - start <= first.reach && end - last.middle <= last.reach
            && zip(characters, characters.dropFirst()).allSatisfy {
                $1.middle - $0.middle <= 2 * max($0.reach, $1.reach)
            }
    }

    /// Writes the picture with values of -1 (black) to 1 (white).
    ///
    /// - Parameter rowLength: Distance of two rows in `target`.
    func fill(_ target: UnsafeMutableBufferPointer<Float>, height: Int, rowLength: Int) {
        ImageScaler.scale(image, width: width, height: height, rowLength: rowLength, into: target)
        for row in 0..<height {
            let start = row * rowLength
            for position in start..<(start + width) { target[position] = target[position] / 127.5 - 1 }
        }
    }
}
