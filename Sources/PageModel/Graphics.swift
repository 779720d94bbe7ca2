/// A drawn straight line, or what the eye takes for one, parallel to an edge of the page.
///
/// `position` is the coordinate of its middle across its run (y of a horizontal line, x of a vertical one), `start` and
/// `end` bound it along its run; page space, points. Invariant: `start <= end`, `thickness >= 0`.
public struct RulingLine: Hashable, Codable, Sendable {
    /// How the page made the line, from the strongest evidence of a border to the weakest.
    public enum Origin: String, Hashable, Codable, Sendable {
        /// A stroked path segment or a side of a stroked rectangle.
        case stroke
        /// A filled rectangle thin enough to be a line.
        case thinRectangle
        /// The side of a larger filled area.
        case fillEdge
        /// Found in the picture of the page.
        case pixels
    }

    public var axis: Axis
    public var position: Double
    public var start: Double
    public var end: Double
    public var thickness: Double
    public var origin: Origin
    /// Drawn with gaps: dashed or dotted. `start` and `end` span the whole.
    public var isDashed: Bool

    public init(
        axis: Axis, position: Double, start: Double, end: Double, thickness: Double, origin: Origin,
        isDashed: Bool = false
    ) {
        self.axis = axis
        self.position = position
        self.start = min(start, end)
        self.end = max(start, end)
        self.thickness = max(0, thickness)
        self.origin = origin
        self.isDashed = isDashed
    }

    public var length: Double { end - start }

    /// Where lines weigh by their lengths, in points, one without any weighs this.
    package static let leastWeight = 0.01

    public var box: Rect {
        switch axis {
        case .horizontal: Rect(x0: start, y0: position, x1: end, y1: position)
        case .vertical: Rect(x0: position, y0: start, x1: position, y1: end)
        }
    }
}

/// A filled area that is too thick to be a line: cell shading, a band, a bar of a chart.
public struct FilledArea: Hashable, Codable, Sendable {
    public var box: Rect
    public var color: RGB

    public init(box: Rect, color: RGB) {
        self.box = box
        self.color = color
    }
}

/// A picture that the page draws.
public struct PlacedImage: Hashable, Codable, Sendable {
    public var box: Rect
    /// Pixels of the stored image, 0 where unknown.
    public var pixelWidth: Int
    public var pixelHeight: Int

    public init(box: Rect, pixelWidth: Int, pixelHeight: Int) {
        self.box = box
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
    }

    /// Pixels per inch as displayed; nil where the size of the stored image is not known. An image that is turned by a
    /// quarter has its sides exchanged.
    public var resolution: (across: Double, down: Double)? {
        guard pixelWidth > 0, pixelHeight > 0, box.area > 0 else { return nil }
        let turns = (pixelWidth > pixelHeight) != (box.width > box.height)
        let size = turns ? (pixelHeight, pixelWidth) : (pixelWidth, pixelHeight)
        return (72 * Double(size.0) / box.width, 72 * Double(size.1) / box.height)
    }
}
