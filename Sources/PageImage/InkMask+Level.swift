extension InkMask {
    /// Ink of a picture with even light: pixels nearer to the ink's brightness than to the paper's.
    ///
    /// - Parameter inkShare: How far from the ink's brightness to the paper's ink reaches, 0…1.
    package init(levelled image: GrayImage, inkShare: Double = InkLevels.middle) {
        let counts = BrightnessCounts(of: image)
        // Mean of what is clearly not paper: thin blurred strokes count as much as bold ones.
        var sum = 0
        var count = 0
        for level in 0..<InkLevels.surelyPaper {
            sum += level * counts[level]
            count += counts[level]
        }
        let ink = count > 0 ? sum / count : 0
        let middle = Double(ink) + inkShare * Double(InkLevels.white - ink)
        let least = inkShare < InkLevels.middle ? InkLevels.leastStrict : InkLevels.least
        let most = inkShare > InkLevels.middle ? InkLevels.mostLoose : InkLevels.most
        let limit = UInt8(min(most, max(least, middle)))
        let isInk = [Bool](unsafeUninitializedCapacity: image.pixels.count) { target, filled in
            image.pixels.withUnsafeBufferPointer { pixels in
                for index in pixels.indices { target[index] = pixels[index] < limit }
            }
            filled = image.pixels.count
        }
        self.init(width: image.width, height: image.height, isInk: isInk)
    }
}

/// Levels of brightness, 0 (black) to 255 (white), of a picture with even light.
package enum InkLevels {
    static let white = 255
    /// Half way from the ink to the paper.
    package static let middle = 0.5
    /// From this level on a pixel is no ink, however pale.
    static let surelyPaper = 190
    /// Where the limit between ink and paper lies at least and at most.
    static let least = 120.0
    static let most = 200.0
    /// The least where only what is nearer to the ink counts, and the most where more than half way counts too.
    static let leastStrict = 60.0
    static let mostLoose = 225.0
}
