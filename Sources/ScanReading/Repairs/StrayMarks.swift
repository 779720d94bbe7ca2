internal import PageImage
internal import PageModel

/// Tells what is left of a seal, of dirt or of a broken ruling line from text: readings that their ink cannot be.
struct StrayMarks {
    /// Lengths in the height of the page's characters.
    struct Settings: Hashable, Sendable {
        /// An ideograph is larger than this in one direction, and than `thinnest` in both.
        var smallestIdeograph = 0.6
        var thinnest = 0.3
        /// Least width of 一, of its height.
        var flat = 1.5
        /// Ink lower than this holds no capital and no digit; it must be read with at least `confidence`.
        var low = 0.6
        /// Ink lower than this holds no letter and no digit at all.
        var lowest = 0.35
        /// Ink narrower than this is what was left of a ruling line; the stem of a 1 has a foot or a flag.
        var narrowest = 0.06
        var confidence = 0.5
        /// How far a sign may stand off the middle of the figure that it belongs to, how far beside and how far above it.
        var offMiddle = 0.4
        var beside = 2.0
        var above = 1.0
        /// How far off the course of a ruling line what is left of it may lie, and how far beyond its end.
        var offRuling = 0.22
        var beyondRuling = 1.5
        /// So many dashes in a row are a dashed line; two stand for an empty cell.
        var dashes = 3
    }

    let settings: Settings
    /// Height of most of the page's characters, in pixels.
    let characterHeight: Double
    /// In the space of the picture, points.
    var rulings: [RulingLine] = []
    var pointsPerPixel = 1.0

    /// - Parameters:
    ///   - box: The ink that was read.
    ///   - lines: The boxes of all that was read on the page.
    func isStray(_ reading: LineReading, at box: PixelBox, among lines: [PixelBox]) -> Bool {
        let characters = reading.characters.filter { $0.scalar != " " }
        let (width, height) = (Double(box.width) / characterHeight, Double(box.height) / characterHeight)
        if height < settings.low, reading.confidence < settings.confidence,
            characters.contains(where: { $0.scalar.properties.isAlphabetic && !$0.scalar.isIdeograph })
        {
            return true
        }
        if height < settings.lowest, !characters.isEmpty,
            characters.allSatisfy({ $0.isDigit || $0.scalar.properties.isAlphabetic && !$0.scalar.isIdeograph })
        {
            return true
        }
        if isLine(characters.map(\.scalar), at: box) { return true }
        guard characters.count == 1, let scalar = characters.first?.scalar else { return false }
        if width < settings.narrowest { return true }
        // The one stroke of 一 lies flat.
        if scalar == "一" { return width < settings.flat * height }
        if scalar.isIdeograph, !Self.thinIdeographs.contains(scalar) {
            return max(width, height) < settings.smallestIdeograph || min(width, height) < settings.thinnest
        }
        // Signs may have a column of their own, but there they have their full size.
        return height < settings.low && Self.chevrons.contains(scalar) && !lines.contains { belongs(box, to: $0) }
    }

    /// Whether strokes along one axis are what is left of a ruling line.
    private func isLine(_ scalars: [Unicode.Scalar], at box: PixelBox) -> Bool {
        if !scalars.isEmpty, scalars.allSatisfy(Self.lying.contains) {
            return scalars.count >= settings.dashes || scalars.contains("_") || isOnCourse(box, of: .horizontal)
        }
        return !scalars.isEmpty && scalars.allSatisfy(Self.standing.contains) && isOnCourse(box, of: .vertical)
    }

    private func isOnCourse(_ box: PixelBox, of axis: Axis) -> Bool {
        let (along, across) = axis == .horizontal ? (box.midX, box.midY) : (box.midY, box.midX)
        let (off, beyond) = (settings.offRuling * characterHeight, settings.beyondRuling * characterHeight)
        return rulings.contains { line in
            line.axis == axis && abs(line.position / pointsPerPixel - Double(across)) <= off
                && line.start / pointsPerPixel - beyond <= Double(along)
                && Double(along) <= line.end / pointsPerPixel + beyond
        }
    }

    private static let lying = Set("-—–―－_一".unicodeScalars)
    private static let standing = Set("1lI|丨!！".unicodeScalars)
    private static let thinIdeographs: Set<Unicode.Scalar> = ["丨", "丶", "丿"]
    private static let chevrons = Set("<>＜＞〈〉^∧∨".unicodeScalars)

    /// Whether the line goes on from the sign: beside it or, in a narrow column, below it.
    private func belongs(_ sign: PixelBox, to line: PixelBox) -> Bool {
        guard line != sign else { return false }
        let isBeside =
            Double(-line.overlapX(sign)) <= settings.beside * characterHeight
            && Double(abs(line.midY - sign.midY)) <= settings.offMiddle * characterHeight
        let isAbove =
            line.overlapX(sign) > 0 && line.midY > sign.y1
            && Double(-line.overlapY(sign)) <= settings.above * characterHeight
        return isBeside || isAbove
    }
}
