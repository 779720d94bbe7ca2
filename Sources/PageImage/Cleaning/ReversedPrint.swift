internal import PageModel

/// Turns light print on dark ground into dark print on light ground: whole pages scanned as negatives, and the dark bands
/// and cells of tables.
///
/// Later steps know only ink that is darker than its paper.
package struct ReversedPrint {
    /// Lengths in points.
    package struct Settings: Hashable, Sendable {
        /// Distance of the pixels that are looked at to find dark ground.
        package var step = 0.75
        /// Ground is dark up to this part of the way from black to the page's paper.
        package var darkest = 0.55
        /// Part of the page that is dark on a negative.
        package var negativeShare = 0.6
        /// Side of the squares of which hardly any is wholly light on a negative, and none in dark ground, and the part of
        /// a negative's that may be: a small sheet on a black cover has many.
        package var square = 12.0
        package var lightSquares = 0.02
        /// Least size of dark ground with print on it.
        package var width = 20.0
        package var height = 7.5
        /// Ruling lines are thinner than what of the ground lies between two lines of print or beside them.
        package var thickness = 2.2
        /// How far ground reaches along at least where it is so thin.
        package var length = 7.0
        /// Part of the ground that its light print covers: less is a bar or a picture, more is a frame.
        package var print = 0.015...0.45

        package init() {}
    }

    package let settings: Settings
    package let pointsPerPixel: Double

    package init(settings: Settings, pointsPerPixel: Double) {
        self.settings = settings
        self.pointsPerPixel = pointsPerPixel
    }

    /// The picture with all print dark on light; the same picture where it is.
    package func restored(_ image: GrayImage) -> GrayImage {
        let grid = ground(of: image)
        guard grid.width > 0, grid.height > 0 else { return image }
        if isNegative(grid) { return image.negative() }
        let areas = printedAreas(of: grid)
        guard areas.contains(true) else { return image }
        return reversed(image, where: InkMask(width: grid.width, height: grid.height, isInk: areas))
    }

    /// Pixels of the picture between two that are looked at.
    private var step: Int { max(1, Int((settings.step / pointsPerPixel).rounded())) }

    private func cells(_ length: Double) -> Int { max(1, Int((length / pointsPerPixel).rounded()) / step) }

    /// Which of the pixels looked at are as dark as dark ground.
    private func ground(of image: GrayImage) -> InkMask {
        let (columns, rows) = (image.width / step, image.height / step)
        let levels = (0..<rows).flatMap { row in
            let base = (row * step + step / 2) * image.width + step / 2
            return (0..<columns).map { image.pixels[base + $0 * step] }
        }
        var counts = BrightnessCounts()
        levels.withUnsafeBufferPointer { counts.add($0) }
        let paper = max(counts.level(exceededBy: PaperShare.brighter), Int(InkLevels.least))
        let limit = UInt8(settings.darkest * Double(paper))
        return InkMask(width: columns, height: rows, isInk: levels.map { $0 <= limit })
    }

    // MARK: Negatives

    private func isNegative(_ grid: InkMask) -> Bool {
        let page = PixelBox(x0: 0, y0: 0, x1: grid.width, y1: grid.height)
        return Double(grid.isInk.count { $0 }) >= settings.negativeShare * Double(grid.isInk.count)
            && holdsPrint(page, of: grid)
    }

    /// Whether the light part of a box is strokes: hardly any of its squares is wholly light.
    private func holdsPrint(_ box: PixelBox, of grid: InkMask) -> Bool {
        let side = cells(settings.square)
        var (squares, light) = (0, 0)
        for top in stride(from: box.y0, to: box.y1, by: side) {
            for left in stride(from: box.x0, to: box.x1, by: side) {
                squares += 1
                let rows = top..<min(box.y1, top + side)
                let columns = left..<min(box.x1, left + side)
                if !rows.contains(where: { y in columns.contains { grid.isInk[y * grid.width + $0] } }) { light += 1 }
            }
        }
        return Double(light) <= settings.lightSquares * Double(squares)
    }

    // MARK: Dark areas

    /// Dark ground with light print on it, the print included.
    private func printedAreas(of grid: InkMask) -> [Bool] {
        var areas = [Bool](repeating: false, count: grid.isInk.count)
        let solid = InkMask(width: grid.width, height: grid.height, isInk: solid(in: grid))
        for box in BitGrid(solid).components() where isLarge(box) {
            let area = enclosed(by: solid, in: box)
            let places = area.indices.filter { area[$0] }.map { place in
                (box.y0 + place / box.width) * grid.width + box.x0 + place % box.width
            }
            let light = places.count { !grid.isInk[$0] }
            guard settings.print.contains(Double(light) / Double(max(places.count, 1))),
                !holdsSheet(area, in: box, of: grid)
            else { continue }
            for place in places { areas[place] = true }
        }
        return areas
    }

    /// Whether an area encloses a light square: a sheet on a dark cover, a field in a frame.
    private func holdsSheet(_ area: [Bool], in box: PixelBox, of grid: InkMask) -> Bool {
        let side = cells(settings.square)
        let light = InkMask(
            width: box.width, height: box.height,
            isInk: area.indices.map { place in
                let (y, x) = place.quotientAndRemainder(dividingBy: box.width)
                return area[place] && !grid.isInk[(box.y0 + y) * grid.width + box.x0 + x]
            })
        return stride(from: 0, through: box.height - side, by: max(1, side / 2)).contains { top in
            stride(from: 0, through: box.width - side, by: max(1, side / 2)).contains { left in
                (top..<top + side).allSatisfy { y in
                    (left..<left + side).allSatisfy { light.isInk[y * light.width + $0] }
                }
            }
        }
    }

    private func isLarge(_ box: PixelBox) -> Bool {
        box.width >= cells(settings.width) && box.height >= cells(settings.height)
    }

    /// Dark pixels of areas too thick for a ruling line: in a run long one way and not thin the other.
    private func solid(in grid: InkMask) -> [Bool] {
        let along = grid.runLengths()
        let turned = grid.transposed()
        let across = turned.runLengths()
        let (long, thick) = (cells(settings.length), cells(settings.thickness))
        return grid.isInk.indices.map { place in
            let (y, x) = place.quotientAndRemainder(dividingBy: grid.width)
            let (first, second) = (along[place], across[x * grid.height + y])
            return max(first, second) >= long && min(first, second) >= thick
        }
    }

    /// Which places of a box cannot be reached from its edge but over solid ground.
    private func enclosed(by solid: InkMask, in box: PixelBox) -> [Bool] {
        let (width, height) = (box.width, box.height)
        var isOutside = [Bool](repeating: false, count: width * height)
        var waiting: [Int] = []
        func reach(_ x: Int, _ y: Int) {
            guard x >= 0, y >= 0, x < width, y < height, !isOutside[y * width + x],
                !solid.isInk[(box.y0 + y) * solid.width + box.x0 + x]
            else { return }
            isOutside[y * width + x] = true
            waiting.append(y * width + x)
        }
        for x in 0..<width {
            reach(x, 0)
            reach(x, height - 1)
        }
        for y in 0..<height {
            reach(0, y)
            reach(width - 1, y)
        }
        while let place = waiting.popLast() {
            let (y, x) = place.quotientAndRemainder(dividingBy: width)
            reach(x - 1, y)
            reach(x + 1, y)
            reach(x, y - 1)
            reach(x, y + 1)
        }
        return isOutside.map { !$0 }
    }

    /// The picture with its areas reversed, ground to white and print to black, and their edges drawn: between two dark
    /// cells, and around them, the change of brightness is the ruling line.
    private func reversed(_ image: GrayImage, where areas: InkMask) -> GrayImage {
        var (ground, all) = (BrightnessCounts(), BrightnessCounts())
        let isArea = { (x: Int, y: Int) in
            let (column, row) = (x / step, y / step)
            return column < areas.width && row < areas.height && areas.isInk[row * areas.width + column]
        }
        for y in stride(from: 0, to: image.height, by: step) {
            for x in stride(from: 0, to: image.width, by: step) {
                all.add(Int(image.pixels[y * image.width + x]))
                if isArea(x, y) { ground.add(Int(image.pixels[y * image.width + x])) }
            }
        }
        let dark = Double(ground.median)
        let scale = Double(InkLevels.white) / max(Double(all.level(exceededBy: PaperShare.brighter)) - dark, 1)
        // What is darker than the ground, as black lines between dark cells, stands out from it, too.
        let levels = (0..<256).map { UInt8(max(Double(InkLevels.white) - abs(Double($0) - dark) * scale, 0)) }
        var pixels = image.pixels
        for y in 0..<image.height {
            for x in 0..<image.width where isArea(x, y) {
                pixels[y * image.width + x] = levels[Int(image.pixels[y * image.width + x])]
            }
        }
        return GrayImage(width: image.width, height: image.height, pixels: pixels)
            .drawingEdges(of: areas, step: step)
    }
}

/// What of a page is taken for its paper.
private enum PaperShare {
    /// Part of the page's pixels that is brighter: paper, not the gleam on it.
    static let brighter = 0.02
}

extension BitGrid {
    fileprivate init(_ mask: InkMask) {
        self.init(width: mask.width, height: mask.height)
        cells = mask.isInk
    }
}

extension InkMask {
    /// For each pixel of ink the length of the run of ink along its row; 0 for paper.
    fileprivate func runLengths() -> [Int] {
        var lengths = [Int](repeating: 0, count: isInk.count)
        for y in 0..<height {
            var start = y * width
            for place in (y * width)..<((y + 1) * width) {
                guard isInk[place] else {
                    start = place + 1
                    continue
                }
                if place + 1 == (y + 1) * width || !isInk[place + 1] {
                    for filled in start...place { lengths[filled] = place + 1 - start }
                }
            }
        }
        return lengths
    }
}

extension GrayImage {
    fileprivate func negative() -> GrayImage {
        GrayImage(width: width, height: height, pixels: pixels.map { 255 - $0 })
    }

    /// The picture with a line of one pixel around each area.
    ///
    /// - Parameter step: Side of the squares of pixels that the places of `areas` stand for.
    fileprivate func drawingEdges(of areas: InkMask, step: Int) -> GrayImage {
        var drawn = pixels
        func isArea(_ column: Int, _ row: Int) -> Bool {
            column >= 0 && row >= 0 && column < areas.width && row < areas.height
                && areas.isInk[row * areas.width + column]
        }
        func draw(_ xs: Range<Int>, _ ys: Range<Int>) {
            for y in ys.clamped(to: 0..<height) { for x in xs.clamped(to: 0..<width) { drawn[y * width + x] = 0 } }
        }
        for row in 0..<areas.height {
            for column in 0..<areas.width where isArea(column, row) {
                let (x, y) = (column * step, row * step)
                let (right, bottom) = (x + step, y + step)
                if !isArea(column - 1, row) { draw(x..<x + 1, y..<bottom) }
                if !isArea(column + 1, row) { draw(right..<right + 1, y..<bottom) }
                if !isArea(column, row - 1) { draw(x..<right, y..<y + 1) }
                if !isArea(column, row + 1) { draw(x..<right, bottom..<bottom + 1) }
            }
        }
        return GrayImage(width: width, height: height, pixels: drawn)
    }
}
