/// Scales gray pictures, each new pixel a weighted mean of the old ones under it (a triangle as wide as the step).
package struct ImageScaler {

    package init() {
    }

    /// Which old pixels make one new one, along one axis.
    private struct Taps {
        var first: [Int] = []
        var weights: [[Float]] = []

        init(from: Int, to: Int) {
            let step = Double(from) / Double(to)
            let reach = max(step, 1)
            for index in 0..<to {
                let center = (Double(index) + 0.5) * step - 0.5
                let low = max(Int((center - reach).rounded(.up)), 0)
                let high = min(Int((center + reach).rounded(.down)), from - 1)
                var row = (low...max(low, high)).map { Float(max(1 - abs(Double($0) - center) / reach, 0)) }
                let sum = row.reduce(0, +)
                // At the edges a center can lie outside all pixels' reach by rounding: then the nearest one counts.
                if sum > 0 { row = row.map { $0 / sum } } else { row = row.indices.map { $0 == 0 ? 1 : 0 } }
                first.append(min(low, from - 1))
                weights.append(row)
            }
        }
    }

    /// Writes the scaled picture row by row as values 0…255.
    ///
    /// - Parameters:
    ///   - rowLength: Distance of two rows in `target`, at least `width`.
    ///   - target: At least `rowLength * (height - 1) + width` values.
    package static func scale(
        _ image: GrayImage, width: Int, height: Int, rowLength: Int, into target: UnsafeMutableBufferPointer<Float>
    ) {
        guard image.width > 0, image.height > 0, width > 0, height > 0 else { return }
        let across = Taps(from: image.width, to: width)
        let down = Taps(from: image.height, to: height)
        // First across, for the rows as they are; then down.
        var narrow = [Float](repeating: 0, count: width * image.height)
        narrow.withUnsafeMutableBufferPointer { narrow in
            image.pixels.withUnsafeBufferPointer { pixels in
                for column in 0..<width {
                    let first = across.first[column]
                    across.weights[column].withUnsafeBufferPointer { weights in
                        for row in 0..<image.height {
                            let base = row * image.width + first
                            var sum: Float = 0
                            for tap in 0..<weights.count { sum += weights[tap] * Float(pixels[base + tap]) }
                            narrow[row * width + column] = sum
                        }
                    }
                }
            }
            for row in 0..<height {
                let base = row * rowLength
                for column in 0..<width { target[base + column] = 0 }
                for (tap, weight) in down.weights[row].enumerated() {
                    let source = (down.first[row] + tap) * width
                    for column in 0..<width { target[base + column] += weight * narrow[source + column] }
                }
            }
        }
    }

    /// The scaled picture.
    package static func scaled(_ image: GrayImage, width: Int, height: Int) -> GrayImage {
        var values = [Float](repeating: 255, count: width * height)
        values.withUnsafeMutableBufferPointer {
            scale(image, width: width, height: height, rowLength: width, into: $0)
        }
        return GrayImage(
            width: width, height: height, pixels: values.map { UInt8(min(max($0.rounded(), 0), 255)) })
    }
}
