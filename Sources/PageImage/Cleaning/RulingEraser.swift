package import PageModel

/// Takes ruling lines out of a picture, so that none is read as 一 or |, and leaves the strokes that cross them.
package struct RulingEraser {
    /// Lengths in points.
    package struct Settings: Hashable, Sendable {
        /// How far a line may wander from its mean place, beyond its thickness.
        package var wander = 1.6
        /// How much thicker than the line ink may be at a place and still be only line.
        package var swelling = 0.5
        /// How much of a step aside is followed from one pixel to the next.
        package var following = 0.1
        /// The halo beside the line that goes with it.
        package var halo = 0.4

        package init() {}
    }

    package let settings: Settings
    package let pointsPerPixel: Double

    package init(settings: Settings, pointsPerPixel: Double) {
        self.settings = settings
        self.pointsPerPixel = pointsPerPixel
    }

    /// - Parameter rulings: In the picture's space, points.
    package func erased(_ rulings: [RulingLine], from image: GrayImage, ink: InkMask) -> GrayImage {
        var pixels = image.pixels
        var isInk = ink.isInk
        pixels.withUnsafeMutableBufferPointer { pixels in
            // What is erased is no ink for the lines across: of a crossing nothing stays.
            isInk.withUnsafeMutableBufferPointer { isInk in
                for line in rulings { erase(line, pixels, isInk, width: image.width, height: image.height) }
            }
        }
        return GrayImage(width: image.width, height: image.height, pixels: pixels)
    }

    private func erase(
        _ line: RulingLine, _ pixels: UnsafeMutableBufferPointer<UInt8>, _ isInk: UnsafeMutableBufferPointer<Bool>,
        width: Int,
        height: Int
    ) {
        let lies = line.axis == .horizontal
        let (alongLimit, acrossLimit) = lies ? (width, height) : (height, width)
        let (alongStep, acrossStep) = lies ? (1, width) : (width, 1)
        let thickness = max(1, Int((line.thickness / pointsPerPixel).rounded(.up)))
        let wander = max(1, Int((settings.wander / pointsPerPixel).rounded()))
        let thickest = thickness + max(1, Int((settings.swelling / pointsPerPixel).rounded()))
        let halo = max(1, Int((settings.halo / pointsPerPixel).rounded()))
        let from = max(0, Int(line.start / pointsPerPixel) - halo)
        let to = min(alongLimit - 1, Int(line.end / pointsPerPixel) + halo)
        guard from <= to else { return }
        let mean = line.position / pointsPerPixel - 0.5
        // Follows the line slowly: at a crossing, bits of the other line's edge would lead it astray.
        var course = mean
        let reach = wander + thickness / 2
        for along in from...to {
            let base = along * alongStep
            // The piece of ink nearest to where the line ran at the last place.
            var found: Range<Int>?
            var distance = Int.max
            let middle = Int(course.rounded())
            var across = max(0, middle - reach)
            let last = min(acrossLimit - 1, middle + reach)
            while across <= last {
                guard isInk[base + across * acrossStep] else {
                    across += 1
                    continue
                }
                var start = across
                while start > 0, start > across - 2 * thickest, isInk[base + (start - 1) * acrossStep] { start -= 1 }
                var end = across
                while end < acrossLimit, end < start + 3 * thickest, isInk[base + end * acrossStep] { end += 1 }
                let gap = abs((start + end - 1) / 2 - middle)
                if gap < distance { (found, distance) = (start..<end, gap) }
                across = max(end, across + 1)
            }
            guard let found, found.count <= thickest else { continue }
            let foundMiddle = Double(found.lowerBound + found.upperBound - 1) / 2
            course = min(
                max(course + settings.following * (foundMiddle - course), mean - Double(wander)), mean + Double(wander))
            for across in max(0, found.lowerBound - halo)..<min(acrossLimit, found.upperBound + halo) {
                pixels[base + across * acrossStep] = 255
                isInk[base + across * acrossStep] = false
            }
        }
    }
}
