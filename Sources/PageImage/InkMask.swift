/// Which pixels of a picture are ink.
package struct InkMask {
    package let width: Int
    package let height: Int
    package var isInk: [Bool]

    package init(width: Int, height: Int, isInk: [Bool]) {
        self.width = width
        self.height = height
        self.isInk = isInk
    }

    /// Compares each pixel with the paper around it, so that shade does not count as ink.
    package init(_ image: GrayImage, squareSide side: Int, level: Double) {
        width = image.width
        height = image.height
        let (width, height) = (width, height)
        isInk = [Bool](unsafeUninitializedCapacity: width * height) { target, filled in
            image.pixels.withUnsafeBufferPointer { pixels in
                for top in stride(from: 0, to: height, by: side) {
                    for left in stride(from: 0, to: width, by: side) {
                        let (xs, ys) = (left..<min(width, left + side), top..<min(height, top + side))
                        // The brightest tenth is paper, unless the whole square is ink.
                        let paper = BrightnessCounts(of: pixels, width: width, columns: xs, rows: ys)
                            .level(exceededBy: xs.count * ys.count / 10)
                        let limit = UInt8(Double(max(paper, 128)) * level)
                        for y in ys {
                            for x in xs { target[y * width + x] = pixels[y * width + x] <= limit }
                        }
                    }
                }
            }
            filled = width * height
        }
    }

    package func transposed() -> InkMask {
        var result = Array(repeating: false, count: width * height)
        let block = 32
        for top in stride(from: 0, to: height, by: block) {
            for left in stride(from: 0, to: width, by: block) {
                for y in top..<min(height, top + block) {
                    for x in left..<min(width, left + block) { result[x * height + y] = isInk[y * width + x] }
                }
            }
        }
        return InkMask(width: height, height: width, isInk: result)
    }
}
