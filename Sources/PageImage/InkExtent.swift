/// The columns of a line picture between which something dark stands.
package struct InkExtent {
    package let first: Int
    package let last: Int
    /// The lightest value.
    package let paper: UInt8

    /// - Parameters:
    ///   - leastContrast: A picture whose darkest and lightest pixels differ by less is blank.
    ///   - share: A pixel is dark from this share of the way from the lightest to the darkest on.
    /// - Returns: nil for a blank picture.
    package init?(of picture: GrayImage, leastContrast: Int, share: Double) {
        guard let darkest = picture.pixels.min(), let lightest = picture.pixels.max(),
            Int(lightest) - Int(darkest) >= leastContrast
        else { return nil }
        paper = lightest
        let limit = Double(lightest) - (Double(lightest) - Double(darkest)) * share
        var first = picture.width
        var last = -1
        picture.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<picture.height {
                for column in 0..<picture.width where Double(pixels[row * picture.width + column]) <= limit {
                    first = min(first, column)
                    last = max(last, column)
                }
            }
        }
        self.first = first
        self.last = last
    }
}

extension GrayImage {
    /// The columns `start..<end`, which may lie outside: there is paper.
    package func columns(from start: Int, to end: Int, paper: UInt8) -> GrayImage {
        let inside = max(start, 0)..<max(min(end, width), max(start, 0))
        var cut: [UInt8] = []
        cut.reserveCapacity((end - start) * height)
        for row in 0..<height {
            cut.append(contentsOf: repeatElement(paper, count: inside.lowerBound - start))
            cut.append(contentsOf: pixels[(row * width + inside.lowerBound)..<(row * width + inside.upperBound)])
            cut.append(contentsOf: repeatElement(paper, count: end - inside.upperBound))
        }
        return GrayImage(width: end - start, height: height, pixels: cut)
    }
}
