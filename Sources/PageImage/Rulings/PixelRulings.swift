package import PageModel

/// Finds ruling lines in the picture of a page: for scans and for pages whose operators cannot be read.
package enum PixelRulings {
    /// What counts as a line; lengths in points.
    package struct Settings: Hashable, Sendable {
        /// Part of the brightness of the paper around it up to which a pixel is ink.
        package var inkLevel = 0.8
        /// Side of the squares in which the brightness of the paper is measured.
        package var paperSquare = 24.0
        package var shortestLine = 12.0
        package var thickestLine = 3.0
        /// Thinner ink, in pixels on the average of its length, is no line.
        package var thinnestLine = 0.7
        /// Gap in a line that is bridged.
        package var longestGap = 1.0
        /// Shortest straight piece of a row of pixels that can be part of a line.
        package var shortestPiece = 6.0
        /// Largest slope, as rise over run, that is still a line along the axis.
        package var slope = 0.04
        /// A line shorter than this must end at a line across with both ends: strokes of characters do not.
        package var surelyLine = 40.0
        /// A line shorter than this that ends at none must have no gaps: rows of strokes of characters have.
        package var surelyLineWithGaps = 90.0
        /// Part of the length that bridged gaps may take in a line counted as without gaps.
        package var gapShare = 0.04
        /// Longest dash, largest gap between dashes, fewest dashes and least length of a dashed or dotted line.
        package var dashLength = 6.0
        package var dashGap = 4.0
        package var dashCount = 8
        package var shortestDashed = 24.0
        /// Part of the dashes that must be as long, or as far apart, as the median.
        package var dashEvenness = 0.8
        /// Largest part of the length that has ink at this distance beside a dashed line.
        package var dashedInkBeside = 0.15
        package var dashedMargin = 2.0
        /// How near an end must be to a line across.
        package var reach = 2.5

        package init() {}
    }

    /// Finds the lines along both axes.
    ///
    /// - Parameters:
    ///   - pointsPerPixel: 72 / resolution; more than 0.
    /// - Returns: Joined, of origin `pixels`, page space of the picture's top left corner.
    /// - Complexity: O(pixels), and O(n log n) in the pieces found.
    package static func find(
        in image: GrayImage, pointsPerPixel: Double, settings: Settings = Settings()
    ) -> [RulingLine] {
        guard image.width > 2, image.height > 2, pointsPerPixel > 0 else { return [] }
        let ink = InkMask(
            image, squareSide: max(8, Int(settings.paperSquare / pointsPerPixel)), level: settings.inkLevel)
        let finder = PixelLineFinder(settings: settings, pointsPerPixel: pointsPerPixel)
        let lying = finder.lines(in: ink, axis: .horizontal)
        let standing = finder.lines(in: ink.transposed(), axis: .vertical)
        let kept = finder.anchored(lying, across: standing) + finder.anchored(standing, across: lying)
        var joining = RulingJoiner.Settings()
        joining.dashGap = 0
        joining.shortestLine = settings.shortestLine
        return RulingJoiner(settings: joining).joined(lines: kept)
    }
}
