/// A picture in colour, row by row from the top left.
package struct ColorImage: Hashable, Sendable {
    /// Larger pictures are not made: a page at 600 dots per inch.
    package static let mostPixels = 40_000_000

    package let width: Int
    package let height: Int
    /// Four bytes a pixel: blue, green, red, unused.
    package let pixels: [UInt8]

    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width >= 0 && height >= 0 && pixels.count == 4 * width * height, "A picture needs all its pixels.")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Brightness after Rec. 601.
    package func gray() -> GrayImage {
        let count = width * height
        let gray = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            pixels.withUnsafeBufferPointer { source in
                for index in 0..<count {
                    let blue = Int(source[4 * index])
                    let green = Int(source[4 * index + 1])
                    let red = Int(source[4 * index + 2])
                    target[index] = UInt8((299 * red + 587 * green + 114 * blue) / 1000)
                }
            }
            filled = count
        }
        return GrayImage(width: width, height: height, pixels: gray)
    }

    /// A part of the picture; white where it reaches over the edge.
    package func cropped(to box: PixelBox) -> ColorImage {
        let (newWidth, newHeight) = (max(0, box.x1 - box.x0), max(0, box.y1 - box.y0))
        var cropped = [UInt8](repeating: 255, count: 4 * newWidth * newHeight)
        let xs = max(0, box.x0)..<max(max(0, box.x0), min(width, box.x1))
        for y in max(0, box.y0)..<max(max(0, box.y0), min(height, box.y1)) where !xs.isEmpty {
            let start = 4 * ((y - box.y0) * newWidth + xs.lowerBound - box.x0)
            cropped.replaceSubrange(
                start..<start + 4 * xs.count,
                with: pixels[4 * (y * width + xs.lowerBound)..<4 * (y * width + xs.upperBound)])
        }
        return ColorImage(width: newWidth, height: newHeight, pixels: cropped)
    }
}
