/// Which pixels of a picture are ink.
struct InkMask {
    let width: Int
    let height: Int
    var isInk: [Bool]

    init(width: Int, height: Int, isInk: [Bool]) {
        self.width = width
        self.height = height
        self.isInk = isInk
    }

    /// Compares each pixel with the paper around it, so that shade does not count as ink.
    init(_ image: GrayImage, squareSide side: Int, level: Double) {
        width = image.width
        height = image.height
        isInk = Array(repeating: false, count: width * height)
        let columns = (width + side - 1) / side
        let rows = (height + side - 1) / side
        var counts = Array(repeating: 0, count: 256)
        for row in 0..<rows {
            for column in 0..<columns {
                let xs = (column * side)..<min(width, (column + 1) * side)
                let ys = (row * side)..<min(height, (row + 1) * side)
                for index in counts.indices { counts[index] = 0 }
                for y in ys {
                    for x in xs { counts[Int(image.pixels[y * width + x])] += 1 }
                }
                // The brightest tenth is paper, unless the whole square is ink.
                var left = xs.count * ys.count / 10
                var paper = 255
                while paper > 0, left >= counts[paper] {
                    left -= counts[paper]
                    paper -= 1
                }
                let limit = UInt8(Double(max(paper, 128)) * level)
                for y in ys {
                    for x in xs { isInk[y * width + x] = image.pixels[y * width + x] <= limit }
                }
            }
        }
    }

    func transposed() -> InkMask {
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
