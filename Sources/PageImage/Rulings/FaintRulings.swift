package import PageModel

/// Finds the ruling lines that are too pale for ink: of a worn copy's grid some lines are black and others hardly there.
///
/// Looked for only where what was found hangs together so badly that lines must be missing.
package struct FaintRulings {
    /// Lengths in points.
    package struct Settings: Hashable, Sendable {
        /// How much darker than the paper on both sides a pixel of a faint line is, 0…255, and how dark at most: ink is
        /// found without.
        package var contrast = 13
        package var darkest: UInt8 = 160
        /// Distance at which the paper is looked at, and over what width.
        package var beside = 1.4
        package var paperWidth = 0.7
        /// A faint line that ends at no other one, and one with gaps, are at least this long: strokes side by side are pale
        /// where they are thin.
        package var surelyLine = 60.0
        package var surelyLineWithGaps = 120.0
        /// Any faint line is.
        package var shortest = 24.0
        /// An end this near to a line across is no open end.
        package var anchored = 3.0
        /// Part of the ends of a page's lines that are open from which on lines are missing.
        package var openShare = 0.15

        package init() {}
    }

    package let settings: Settings
    package let pointsPerPixel: Double

    package init(settings: Settings, pointsPerPixel: Double) {
        self.settings = settings
        self.pointsPerPixel = pointsPerPixel
    }

    /// The faint lines of a picture that run along none of those found.
    ///
    /// - Parameters:
    ///   - rulings: In the picture's space, points.
    ///   - rules: What counts as a line.
    package func lines(
        beside rulings: [RulingLine], in image: GrayImage, rules: PixelRulings.Settings
    ) -> [RulingLine] {
        var rules = rules
        rules.surelyLine = settings.surelyLine
        rules.surelyLineWithGaps = settings.surelyLineWithGaps
        let finder = PixelLineFinder(settings: rules, pointsPerPixel: pointsPerPixel)
        let lying = finder.lines(in: traces(in: image, lying: true), axis: .horizontal)
        let standing = finder.lines(in: traces(in: image, lying: false).transposed(), axis: .vertical)
        let posts = { (axis: Axis) in
            rulings.filter { $0.axis == axis }.map { PixelLineFinder.Candidate(line: $0, isWhole: true) }
        }
        let faint =
            finder.anchored(lying, across: standing + posts(.vertical))
            + finder.anchored(standing, across: lying + posts(.horizontal))
        return faint.filter { line in
            line.length >= settings.shortest
                && !rulings.contains { other in
                    other.axis == line.axis && abs(other.position - line.position) <= settings.beside
                        && other.start - settings.anchored <= line.start && line.end <= other.end + settings.anchored
                }
        }
    }

    /// Whether many lines end where none crosses them.
    package func isIncomplete(_ rulings: [RulingLine]) -> Bool {
        let (lying, standing) = (rulings.filter { $0.axis == .horizontal }, rulings.filter { $0.axis == .vertical })
        let open = openEnds(of: lying, across: standing) + openEnds(of: standing, across: lying)
        return !rulings.isEmpty && Double(open) >= settings.openShare * Double(2 * rulings.count)
    }

    private func openEnds(of lines: [RulingLine], across posts: [RulingLine]) -> Int {
        let reach = settings.anchored
        return lines.reduce(0) { sum, line in
            sum
                + [line.start, line.end].count { end in
                    !posts.contains {
                        abs($0.position - end) <= reach && $0.start - reach <= line.position
                            && line.position <= $0.end + reach
                    }
                }
        }
    }

    /// Pixels darker than what lies at some distance on both sides of them.
    ///
    /// - Parameter lying: The sides are those of a lying line, above and below.
    private func traces(in image: GrayImage, lying: Bool) -> InkMask {
        let (width, height) = (image.width, image.height)
        let near = max(2, Int((settings.beside / pointsPerPixel).rounded()))
        let far = near + max(1, Int((settings.paperWidth / pointsPerPixel).rounded()))
        let step = lying ? width : 1
        let rows = lying ? far..<max(far, height - far) : 0..<height
        let columns = lying ? 0..<width : far..<max(far, width - far)
        let isTrace = [Bool](unsafeUninitializedCapacity: width * height) { target, filled in
            target.initialize(repeating: false)
            image.pixels.withUnsafeBufferPointer { pixels in
                for y in rows {
                    for place in (y * width + columns.lowerBound)..<(y * width + columns.upperBound) {
                        let limit = pixels[place] &+ UInt8(settings.contrast)
                        guard pixels[place] >= settings.darkest, limit >= pixels[place] else { continue }
                        target[place] =
                            max(pixels[place - near * step], pixels[place - far * step]) >= limit
                            && max(pixels[place + near * step], pixels[place + far * step]) >= limit
                    }
                }
            }
            filled = width * height
        }
        return InkMask(width: width, height: height, isInk: isTrace)
    }
}
