/// Takes coloured seals off a page: where one covers black text, only the text stays.
package struct SealFilter {
    /// What counts as a seal; lengths in points.
    package struct Settings: Hashable, Sendable {
        /// Least difference between the strongest and the weakest channel of coloured ink, 0…255.
        package var chroma = 45
        /// Place of the ratio of darkness to colour that is taken for the seal's own, from the smallest: text under the
        /// seal has larger ones, and where too much is taken off it goes too.
        package var plainShare = 0.5
        /// Part of the strongest colour from which on a pixel is full ink.
        package var fullInk = 0.75
        /// The part of the coloured pixels that is full ink at least.
        package var fullInkShare = 0.1
        /// Side of the squares in which coloured pixels are counted.
        package var square = 4.0
        /// Part of a square's pixels that must be coloured.
        package var share = 0.06
        /// Smallest and largest side of a seal.
        package var side = 42.0...230.0
        /// Largest ratio of a seal's sides: a line of coloured text is longer.
        package var elongation = 2.2

        package init() {}
    }

    package let settings: Settings
    package let pointsPerPixel: Double

    package init(settings: Settings, pointsPerPixel: Double) {
        self.settings = settings
        self.pointsPerPixel = pointsPerPixel
    }

    /// The picture in gray, without the ink of seals.
    package func gray(_ image: ColorImage) -> GrayImage {
        let plain = image.gray()
        let zones = zones(in: image)
        guard !zones.isEmpty else { return plain }
        var pixels = plain.pixels
        for zone in zones { clear(zone, of: image, plain: plain, in: &pixels) }
        return GrayImage(width: plain.width, height: plain.height, pixels: pixels)
    }

    /// Shows the pixels of a zone as the seal's own colour lets them through.
    ///
    /// Red ink is nearly as bright as paper in the red channel, black is dark in all. What the ink still darkens is
    /// measured where it covers paper, and given back in proportion to the colour.
    private func clear(_ zone: PixelBox, of image: ColorImage, plain: GrayImage, in pixels: inout [UInt8]) {
        var paperCounts = BrightnessCounts()
        var chromaCounts = BrightnessCounts()
        for y in zone.y0..<zone.y1 {
            for x in zone.x0..<zone.x1 {
                let place = y * image.width + x
                let chroma = channels(image.pixels, at: place).chroma
                if chroma < settings.chroma / 2 { paperCounts.add(Int(plain.pixels[place])) }
                if chroma >= settings.chroma { chromaCounts.add(chroma) }
            }
        }
        let paper = paperCounts.median
        // Full ink alone tells its share; at its edges paper shines through.
        let fullChroma = settings.fullInk * Double(chromaCounts.level(exceededBy: settings.fullInkShare))
        var ratios: [Double] = []
        for y in stride(from: zone.y0, to: zone.y1, by: 2) {
            for x in stride(from: zone.x0, to: zone.x1, by: 2) {
                let (high, chroma) = channels(image.pixels, at: y * image.width + x)
                if Double(chroma) >= fullChroma { ratios.append(Double(paper - high) / Double(chroma)) }
            }
        }
        guard !ratios.isEmpty else { return }
        ratios.sort()
        let share = max(0, ratios[Int(settings.plainShare * Double(ratios.count - 1))])
        for y in zone.y0..<zone.y1 {
            for x in zone.x0..<zone.x1 {
                let place = y * image.width + x
                let (high, chroma) = channels(image.pixels, at: place)
                guard 3 * chroma >= settings.chroma else { continue }
                let cleared = Double(high) + share * Double(chroma)
                pixels[place] = UInt8(min(Double(max(paper, Int(plain.pixels[place]))), cleared))
            }
        }
    }

    /// Boxes of coloured ink that are about as wide as high and as large as a seal.
    private func zones(in image: ColorImage) -> [PixelBox] {
        let side = max(2, Int((settings.square / pointsPerPixel).rounded()))
        let columns = (image.width + side - 1) / side
        let rows = (image.height + side - 1) / side
        var counts = [Int](repeating: 0, count: columns * rows)
        var any = false
        image.pixels.withUnsafeBufferPointer { source in
            for y in 0..<image.height {
                let base = (y / side) * columns
                for x in 0..<image.width {
                    let offset = 4 * (y * image.width + x)
                    let blue = Int(source[offset])
                    let green = Int(source[offset + 1])
                    let red = Int(source[offset + 2])
                    if max(red, blue, green) - min(red, green, blue) >= settings.chroma {
                        counts[base + x / side] += 1
                        any = true
                    }
                }
            }
        }
        guard any else { return [] }
        let least = Int(settings.share * Double(side * side))
        var grid = BitGrid(width: columns, height: rows)
        for index in counts.indices where counts[index] > least { grid.cells[index] = true }
        let smallest = settings.side.lowerBound / pointsPerPixel
        let largest = settings.side.upperBound / pointsPerPixel
        return grid.components().compactMap { box in
            let width = Double((box.x1 - box.x0) * side)
            let height = Double((box.y1 - box.y0) * side)
            guard min(width, height) >= smallest, max(width, height) <= largest,
                max(width, height) <= settings.elongation * min(width, height)
            else { return nil }
            return PixelBox(
                x0: box.x0 * side, y0: box.y0 * side, x1: min(image.width, box.x1 * side),
                y1: min(image.height, box.y1 * side))
        }
    }

    /// The brightest channel, and how far it lies over the darkest.
    private func channels(_ pixels: [UInt8], at place: Int) -> (high: Int, chroma: Int) {
        let blue = Int(pixels[4 * place])
        let green = Int(pixels[4 * place + 1])
        let red = Int(pixels[4 * place + 2])
        let high = max(red, green, blue)
        return (high, high - min(red, green, blue))
    }
}

/// A small grid of marks whose touching marks belong together.
package struct BitGrid {
    package let width: Int
    package let height: Int
    package var cells: [Bool]

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
        cells = Array(repeating: false, count: width * height)
    }

    /// Boxes of the groups of marks that touch, corners included.
    package func components() -> [PixelBox] {
        var seen = cells.map { !$0 }
        var boxes: [PixelBox] = []
        var stack: [Int] = []
        for start in cells.indices where !seen[start] {
            var box = PixelBox(x0: width, y0: height, x1: 0, y1: 0)
            seen[start] = true
            stack.append(start)
            while let place = stack.popLast() {
                let (x, y) = (place % width, place / width)
                box = PixelBox(
                    x0: min(box.x0, x), y0: min(box.y0, y), x1: max(box.x1, x + 1), y1: max(box.y1, y + 1))
                for ny in max(0, y - 1)...min(height - 1, y + 1) {
                    for nx in max(0, x - 1)...min(width - 1, x + 1) where !seen[ny * width + nx] {
                        seen[ny * width + nx] = true
                        stack.append(ny * width + nx)
                    }
                }
            }
            boxes.append(box)
        }
        return boxes
    }
}
