internal import Glibc
package import PageModel

extension GrayImage {
    /// The picture turned clockwise by a right angle.
    package func turned(_ turn: QuarterTurn) -> GrayImage {
        guard turn != .none else { return self }
        let swaps = turn == .clockwise || turn == .counterclockwise
        let newWidth = swaps ? height : width
        let newHeight = swaps ? width : height
        let (oldWidth, oldHeight) = (width, height)
        let turned = [UInt8](unsafeUninitializedCapacity: pixels.count) { target, filled in
            pixels.withUnsafeBufferPointer { source in
                for y in 0..<oldHeight {
                    for x in 0..<oldWidth {
                        let place =
                            switch turn {
                            case .none: y * oldWidth + x
                            case .clockwise: x * newWidth + (oldHeight - 1 - y)
                            case .half: (oldHeight - 1 - y) * oldWidth + (oldWidth - 1 - x)
                            case .counterclockwise: (oldWidth - 1 - x) * newWidth + y
                            }
                        target[place] = source[y * oldWidth + x]
                    }
                }
            }
            filled = pixels.count
        }
        return GrayImage(width: newWidth, height: newHeight, pixels: turned)
    }

    /// The picture turned clockwise about its middle by a small angle, of the same size; what comes in is white.
    ///
    /// - Parameter degrees: Within ±45.
    package func rotated(by degrees: Double) -> GrayImage {
        guard degrees != 0, width > 1, height > 1 else { return self }
        let radians = degrees * .pi / 180
        // Fixed point, 16 bits behind the point: a step along the row moves the source by the same amount each time.
        let one = 65536.0
        let stepX = Int((cos(radians) * one).rounded())
        let stepY = Int((-sin(radians) * one).rounded())
        let (middleX, middleY) = (Double(width) / 2, Double(height) / 2)
        let (oldWidth, oldHeight) = (width, height)
        let rotated = [UInt8](unsafeUninitializedCapacity: pixels.count) { target, filled in
            pixels.withUnsafeBufferPointer { source in
                for y in 0..<oldHeight {
                    let dy = Double(y) + 0.5 - middleY
                    let dx = 0.5 - middleX
                    var sourceX = Int(((cos(radians) * dx + sin(radians) * dy + middleX - 0.5) * one).rounded())
                    var sourceY = Int(((-sin(radians) * dx + cos(radians) * dy + middleY - 0.5) * one).rounded())
                    for x in 0..<oldWidth {
                        let (left, top) = (sourceX >> 16, sourceY >> 16)
                        var value = 255
                        if left >= 0, top >= 0, left < oldWidth - 1, top < oldHeight - 1 {
                            let (fx, fy) = ((sourceX >> 8) & 255, (sourceY >> 8) & 255)
                            let place = top * oldWidth + left
                            let upper = Int(source[place]) * (256 - fx) + Int(source[place + 1]) * fx
                            let lower =
                                Int(source[place + oldWidth]) * (256 - fx) + Int(source[place + oldWidth + 1]) * fx
                            value = (upper * (256 - fy) + lower * fy) >> 16
                        }
                        target[y * oldWidth + x] = UInt8(value)
                        sourceX += stepX
                        sourceY += stepY
                    }
                }
            }
            filled = pixels.count
        }
        return GrayImage(width: width, height: height, pixels: rotated)
    }

    /// A part of the picture; beyond its edges white.
    package func cropped(to box: PixelBox) -> GrayImage {
        let (newWidth, newHeight) = (max(0, box.x1 - box.x0), max(0, box.y1 - box.y0))
        var cropped = [UInt8](repeating: 255, count: newWidth * newHeight)
        let xs = max(0, box.x0)..<max(max(0, box.x0), min(width, box.x1))
        for y in max(0, box.y0)..<max(max(0, box.y0), min(height, box.y1)) {
            for x in xs { cropped[(y - box.y0) * newWidth + x - box.x0] = pixels[y * width + x] }
        }
        return GrayImage(width: newWidth, height: newHeight, pixels: cropped)
    }

    /// The picture with its darkest ink black and its paper white: faint print as clear as bold.
    package func stretched() -> GrayImage {
        let dark = BrightnessCounts(of: self).level(above: max(2, pixels.count / 50))
        // Less contrast than this is the grain of the paper, no print.
        guard dark > 8, dark < 215 else { return self }
        let scale = 255 / Double(245 - dark)
        let levels = (0...255).map { UInt8(min(255, max(0, Double($0 - dark) * scale))) }
        return GrayImage(width: width, height: height, pixels: pixels.map { levels[Int($0)] })
    }

    /// The picture without the ink that lies in none of the boxes: specks, what is left of lines, the edge of the sheet.
    package func whitened(ink: InkMask, outside boxes: [PixelBox]) -> GrayImage {
        var keeps = [Bool](repeating: false, count: pixels.count)
        for box in boxes {
            for y in max(0, box.y0 - 1)..<min(height, box.y1 + 1) {
                for x in max(0, box.x0 - 1)..<min(width, box.x1 + 1) { keeps[y * width + x] = true }
            }
        }
        var result = pixels
        for y in 0..<height {
            for x in 0..<width where ink.isInk[y * width + x] && !keeps[y * width + x] {
                // The halo goes with the speck.
                for ny in max(0, y - 1)...min(height - 1, y + 1) {
                    for nx in max(0, x - 1)...min(width - 1, x + 1) where !keeps[ny * width + nx] {
                        result[ny * width + nx] = 255
                    }
                }
            }
        }
        return GrayImage(width: width, height: height, pixels: result)
    }
}

extension PixelBox {
    /// The pixels that a box in points touches.
    package init(_ box: Rect, pointsPerPixel: Double) {
        self.init(
            x0: Int((box.x0 / pointsPerPixel).rounded(.down)), y0: Int((box.y0 / pointsPerPixel).rounded(.down)),
            x1: Int((box.x1 / pointsPerPixel).rounded(.up)), y1: Int((box.y1 / pointsPerPixel).rounded(.up)))
    }
}
