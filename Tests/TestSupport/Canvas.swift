internal import Foundation
package import PageImage
package import PageModel

/// A white picture to draw on, at 200 dpi.
package struct Canvas {
    package static let pointsPerPixel = 0.36

    package let width: Int
    package let height: Int
    package var pixels: [UInt8]

    package init(width: Int, height: Int, paper: UInt8 = 255) {
        self.width = width
        self.height = height
        pixels = [UInt8](repeating: paper, count: width * height)
    }

    package var image: GrayImage { GrayImage(width: width, height: height, pixels: pixels) }

    /// Fills a box of pixels.
    package mutating func fill(_ xs: Range<Int>, _ ys: Range<Int>, level: UInt8 = 0) {
        for y in ys.clamped(to: 0..<height) {
            for x in xs.clamped(to: 0..<width) { pixels[y * width + x] = level }
        }
    }

    /// A stroke with round ends through some points.
    package mutating func stroke(_ points: [(x: Double, y: Double)], width thickness: Double = 3) {
        for (from, to) in zip(points, points.dropFirst()) {
            for y in 0..<height {
                for x in 0..<width
                where distance(from: (Double(x) + 0.5, Double(y) + 0.5), to: from, to) <= thickness / 2 {
                    pixels[y * width + x] = 0
                }
            }
        }
    }

    /// Squares side by side, as wide and high as characters: a line of print.
    package mutating func print(count: Int, x: Int, y: Int, side: Int = 16, pitch: Int = 20) {
        for index in 0..<count { fill((x + index * pitch)..<(x + index * pitch + side), y..<(y + side)) }
    }

    private func distance(
        from point: (x: Double, y: Double), to start: (x: Double, y: Double), _ end: (x: Double, y: Double)
    ) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        let along =
            length > 0 ? min(1, max(0, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length)) : 0
        let (x, y) = (start.x + along * dx - point.x, start.y + along * dy - point.y)
        return (x * x + y * y).squareRoot()
    }
}

extension GrayImage {
    package func level(_ x: Int, _ y: Int) -> Int { Int(pixels[y * width + x]) }

    /// The darkest pixel of a box.
    package func darkest(_ xs: Range<Int>, _ ys: Range<Int>) -> Int {
        ys.flatMap { y in xs.map { level($0, y) } }.min() ?? 255
    }

    /// A page of print and ruling lines that lies askew, clockwise; four looks at each pixel make the edges soft.
    package static func page(askew degrees: Double, width: Int = 900, height: Int = 700) -> GrayImage {
        let (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        func isInk(_ x: Double, _ y: Double) -> Bool {
            let (dx, dy) = (x - Double(width) / 2, y - Double(height) / 2)
            let u = cosine * dx + sine * dy + Double(width) / 2
            let v = -sine * dx + cosine * dy + Double(height) / 2
            guard u > 100, v > 100, u < Double(width) - 100, v < Double(height) - 100 else { return false }
            let row = Int(v) / 36
            if Int(v) % 36 < 2 { return true }
            let column = Int(u) / 20
            // Characters and spaces in no regular order.
            return Int(v) % 36 > 10 && Int(v) % 36 < 27 && Int(u) % 20 < 15 && (row * 7 + column * 11) % 5 != 0
        }
        var pixels = [UInt8](repeating: 255, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                let looks = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)]
                let dark = looks.count { isInk(Double(x) + $0.0, Double(y) + $0.1) }
                pixels[y * width + x] = UInt8(255 - 60 * dark)
            }
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }
}

/// A ruling line found in a picture, from pixels.
package func pixelLine(_ axis: Axis, at position: Double, _ start: Int, _ end: Int, thickness: Double = 2) -> RulingLine
{
    let scale = Canvas.pointsPerPixel
    return RulingLine(
        axis: axis, position: position * scale, start: Double(start) * scale, end: Double(end) * scale,
        thickness: thickness * scale, origin: .pixels)
}
