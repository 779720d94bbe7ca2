/// A picture in colour, row by row from the top left.
package struct ColorImage: Hashable, Sendable {
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
}
