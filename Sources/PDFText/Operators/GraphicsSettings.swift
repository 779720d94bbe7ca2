package import PageModel

/// Tolerances and limits of reading a page's drawing operators; lengths in points as displayed.
package struct GraphicsSettings: Hashable, Sendable {
    // MARK: Shapes

    /// A filled shape whose short side is at most this is a line.
    package var thinSide = 3.0
    /// A line is at least this many times as long as it is thick; what is less is a dot.
    package var thinRatio = 2.0
    /// Largest deviation from an axis, as rise over run, of a segment that still counts as parallel to it.
    package var slopeTolerance = 0.005
    /// Deviation that does not count whatever the length.
    package var straightness = 0.1
    /// Part of its box that a filled shape with slanted sides must cover to be taken for its box.
    package var slantedCoverage = 0.6
    /// The same for a shape with curves, such as a rectangle with round corners.
    package var curvedCoverage = 0.85
    /// Largest radius of a round corner that stands for a square one.
    package var cornerRadius = 8.0
    /// Cells drawn as boxes of their own stand this far apart. Those closer together count as sharing their sides anyway.
    package var smallestBoxGap = 1.6
    package var widestBoxGap = 8.0
    /// Sides of one box miss each other by no more than this.
    package var boxCorner = 1.5
    /// Fewest such boxes that make a table.
    package var fewestBoxes = 6
    /// Subpaths of one path up to which overlaps and holes are worked out.
    package var regionSubpaths = 48
    /// Sum of the gaps of a dash pattern below which it looks solid.
    package var smallestDashGap = 0.3
    /// How far outside the clip box a text origin may lie before it counts as clipped.
    package var textClipMargin = 1.0
    /// Largest deviation in degrees of text that counts as upright or turned by right angles.
    package var angleTolerance = 2.0

    // MARK: Visibility

    /// A fill brighter than this that blends with its ground is a marker's tint.
    package var tintLuminance = 0.3
    /// Text of no more opacity than this cannot be seen.
    package var faintAlpha = 0.04
    /// A line at least this bright, or coloured, may be part of a watermark or of a stamp.
    package var tintedLineLuminance = 0.6
    /// Longest stroke of such a thing.
    package var longestStroke = 150.0
    /// How near an end of a line must be to a line across to end there.
    package var endReach = 3.0
    /// Part of the page from which on pictures over text are a scan with its recognised text below.
    package var scanCoverage = 0.5
    /// Least difference, 0…255 in some channel, between a line and its ground.
    package var lineContrast = 10
    /// Least difference between two areas whose common side counts as an edge.
    package var edgeContrast = 10
    /// Part of the page from which on a filled area is its background and has no edges.
    package var backgroundCoverage = 0.9
    /// Sides of areas closer than this count as touching.
    package var touchTolerance = 0.35
    /// Cells of the grid on which areas cover each other.
    package var canvasCells = 1_500_000
    /// Cells painted on that grid before areas are no longer compared.
    package var paintedCells = 100_000_000

    /// How the pieces of lines are joined.
    package var joining = RulingJoiner.Settings()

    // MARK: Limits

    package var operatorsPerPage = 4_000_000
    package var segmentsPerPage = 400_000
    package var showsPerPage = 400_000
    package var imagesPerPage = 20_000
    package var formNesting = 12
    package var stateNesting = 512
    /// Decoded content bytes of a page, forms counted each time they are drawn.
    package var decodedBytesPerPage = 256 << 20
    /// Encoded bytes of one stream.
    package var encodedBytesPerStream = 64 << 20

    package init() {}
}
