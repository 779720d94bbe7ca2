/// Evens out the light on a page: afterwards paper is white everywhere, whatever the lamp, the shadow of the spine or a
/// gray fill under the text did.
package struct PaperLight {
    /// Lengths in points.
    package struct Settings: Hashable, Sendable {
        /// Side of the squares in which the paper's brightness is measured.
        package var square = 12.0
        /// Part of a square's pixels that are brighter than its paper: specks and the halo of JPEG.
        package var brighter = 0.12
        /// Darkest paper that is believed, 0…255; a darker square is a picture or a black border.
        package var darkestPaper = 70

        package init() {}
    }

    package let settings: Settings
    package let pointsPerPixel: Double

    package init(settings: Settings, pointsPerPixel: Double) {
        self.settings = settings
        self.pointsPerPixel = pointsPerPixel
    }

    /// - Returns: The picture divided by its paper; the same picture where the paper is white already.
    package func levelled(_ image: GrayImage) -> GrayImage {
        let side = max(8, Int((settings.square / pointsPerPixel).rounded()))
        let columns = (image.width + side - 1) / side
        let rows = (image.height + side - 1) / side
        guard columns > 0, rows > 0 else { return image }
        let paper = smoothed(paper(of: image, side: side, columns: columns, rows: rows), columns: columns, rows: rows)
        if paper.allSatisfy({ $0 >= 250 }) { return image }
        let width = image.width
        let pixels = [UInt8](unsafeUninitializedCapacity: image.pixels.count) { target, filled in
            image.pixels.withUnsafeBufferPointer { source in
                var line = [Float](repeating: 0, count: columns)
                for y in 0..<image.height {
                    // Bilinear between the middles of the squares, first down, then along the row.
                    let place = (Float(y) + 0.5) / Float(side) - 0.5
                    let top = min(rows - 1, max(0, Int(place.rounded(.down))))
                    let bottom = min(rows - 1, top + 1)
                    let down = min(1, max(0, place - Float(top)))
                    for column in 0..<columns {
                        line[column] =
                            Float(paper[top * columns + column]) * (1 - down)
                            + Float(paper[bottom * columns + column]) * down
                    }
                    for x in 0..<width {
                        let place = (Float(x) + 0.5) / Float(side) - 0.5
                        let left = min(columns - 1, max(0, Int(place)))
                        let right = min(columns - 1, left + 1)
                        let along = min(1, max(0, place - Float(left)))
                        let white = line[left] * (1 - along) + line[right] * along
                        target[y * width + x] = UInt8(min(255, Float(source[y * width + x]) * 255 / white))
                    }
                }
            }
            filled = image.pixels.count
        }
        return GrayImage(width: image.width, height: image.height, pixels: pixels)
    }

    private func paper(of image: GrayImage, side: Int, columns: Int, rows: Int) -> [Int] {
        var paper = [Int](repeating: 255, count: columns * rows)
        image.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<rows {
                for column in 0..<columns {
                    let xs = (column * side)..<min(image.width, (column + 1) * side)
                    let ys = (row * side)..<min(image.height, (row + 1) * side)
                    let counts = BrightnessCounts(of: pixels, width: image.width, columns: xs, rows: ys)
                    paper[row * columns + column] = counts.level(exceededBy: settings.brighter)
                }
            }
        }
        return paper
    }

    /// The median over the squares around: one square full of ink, or one with a hole in it, is no paper of its own.
    private func smoothed(_ paper: [Int], columns: Int, rows: Int) -> [Int] {
        var result = paper
        for row in 0..<rows {
            for column in 0..<columns {
                var around: [Int] = []
                for y in max(0, row - 1)...min(rows - 1, row + 1) {
                    for x in max(0, column - 1)...min(columns - 1, column + 1) { around.append(paper[y * columns + x]) }
                }
                around.sort()
                result[row * columns + column] = max(settings.darkestPaper, around[around.count / 2])
            }
        }
        return result
    }
}
