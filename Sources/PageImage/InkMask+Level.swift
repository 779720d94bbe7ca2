extension InkMask {
    /// Ink of a picture with even light: pixels nearer to the ink's brightness than to the paper's.
    ///
    /// - Parameter inkShare: How far from the ink's brightness to the paper's ink reaches, 0…1.
    package init(levelled image: GrayImage, inkShare: Double = 0.5) {
        let counts = BrightnessCounts(of: image)
        // Mean of what is clearly not paper: thin blurred strokes count as much as bold ones.
        var sum = 0
        var count = 0
        for level in 0..<190 {
            sum += level * counts[level]
            count += counts[level]
        }
        let ink = count > 0 ? sum / count : 0
        let middle = Double(ink) + inkShare * Double(255 - ink)
        let limit = UInt8(min(225, max(inkShare < 0.5 ? 60 : 120, inkShare > 0.5 ? middle : min(200, middle))))
        let isInk = [Bool](unsafeUninitializedCapacity: image.pixels.count) { target, filled in
            image.pixels.withUnsafeBufferPointer { pixels in
                for index in pixels.indices { target[index] = pixels[index] < limit }
            }
            filled = image.pixels.count
        }
        self.init(width: image.width, height: image.height, isInk: isInk)
    }
}
