/// How many pixels have each brightness.
package struct BrightnessCounts {
    /// Four tables, added up in the end: neighbouring pixels are mostly equal, and counting them in one place would wait
    /// for the one before each time.
    private var tables = [UInt32](repeating: 0, count: 4 * 256)

    package init() {}

    package init(of image: GrayImage) {
        image.pixels.withUnsafeBufferPointer { add($0) }
    }

    /// - Parameters:
    ///   - columns: Within the picture, as `rows`.
    package init(of pixels: UnsafeBufferPointer<UInt8>, width: Int, columns: Range<Int>, rows: Range<Int>) {
        for y in rows {
            add(
                UnsafeBufferPointer(
                    rebasing: pixels[(y * width + columns.lowerBound)..<(y * width + columns.upperBound)]))
        }
    }

    package mutating func add(_ pixels: UnsafeBufferPointer<UInt8>) {
        tables.withUnsafeMutableBufferPointer { tables in
            var index = 0
            while index + 4 <= pixels.count {
                tables[Int(pixels[index])] &+= 1
                tables[256 + Int(pixels[index + 1])] &+= 1
                tables[512 + Int(pixels[index + 2])] &+= 1
                tables[768 + Int(pixels[index + 3])] &+= 1
                index += 4
            }
            while index < pixels.count {
                tables[Int(pixels[index])] &+= 1
                index += 1
            }
        }
    }

    package mutating func add(_ level: Int) { tables[level] &+= 1 }

    package subscript(level: Int) -> Int {
        Int(tables[level]) + Int(tables[256 + level]) + Int(tables[512 + level]) + Int(tables[768 + level])
    }

    package var total: Int { tables.reduce(0) { $0 + Int($1) } }

    /// The brightness that a part of the pixels exceeds, 0…255.
    package func level(exceededBy share: Double) -> Int { level(exceededBy: Int(share * Double(total))) }

    /// The brightness that half of the pixels exceed, 0…255.
    package var median: Int { level(exceededBy: total / 2) }

    /// The brightness that so many pixels exceed, 0…255.
    package func level(exceededBy count: Int) -> Int {
        var left = count
        var level = 255
        while level > 0, case let here = self[level], left >= here {
            left -= here
            level -= 1
        }
        return level
    }

    /// The brightness below which so many pixels lie, 0…255.
    package func level(above count: Int) -> Int {
        var left = count
        var level = 0
        while level < 255, case let here = self[level], left > here {
            left -= here
            level += 1
        }
        return level
    }
}
