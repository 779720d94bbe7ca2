/// A picture in shades of gray, row by row from the top left; 0 is black.
package struct GrayImage: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// `width * height` values.
    package let pixels: [UInt8]

    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width >= 0 && height >= 0 && pixels.count == width * height, "A gray image needs all its pixels.")
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
