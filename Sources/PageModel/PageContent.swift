/// What one page shows: text runs, ruling lines, filled areas and images, in page space.
///
/// Page space: points, origin at the top left of the crop box as displayed (after /Rotate), y down.
public struct PageContent: Hashable, Sendable {
    /// From 1.
    public var number: Int
    public var width: Double
    public var height: Double
    /// In the order in which the page reads, as far as the producer or Poppler tells.
    public var runs: [TextRun]
    /// Any order; already joined where one line was drawn in pieces.
    public var rulings: [RulingLine]
    public var fills: [FilledArea]
    public var images: [PlacedImage]
    /// Path segments that are no straight line along an axis (curves, slanted lines): many of them mean a drawing.
    public var curveCount: Int
    /// How far the page lies askew; all boxes here are those of the page put straight.
    public var skew: Skew
    /// What could not be read of the page; the rest of it is here.
    public var notes: [PageNote]

    public init(
        number: Int, width: Double, height: Double, runs: [TextRun] = [], rulings: [RulingLine] = [],
        fills: [FilledArea] = [], images: [PlacedImage] = [], curveCount: Int = 0, skew: Skew = .none,
        notes: [PageNote] = []
    ) {
        self.number = number
        self.width = width
        self.height = height
        self.runs = runs
        self.rulings = rulings
        self.fills = fills
        self.images = images
        self.curveCount = curveCount
        self.skew = skew
        self.notes = notes
    }

    /// Images over less of a page than this are ornaments.
    private static let pictureShare = 0.1

    public var bounds: Rect { Rect(x0: 0, y0: 0, x1: width, y1: height) }

    /// Whether the page shows pictures and gave no text: a scan that was not read, or a sheet without print.
    public var isSilentPicture: Bool { runs.isEmpty && imageCoverage > Self.pictureShare }

    /// The part of the page, 0…1, that images cover, counted on a grid so that overlaps count once.
    public var imageCoverage: Double {
        guard !images.isEmpty, width > 0, height > 0 else { return 0 }
        let steps = 32
        var covered = 0
        for row in 0..<steps {
            for column in 0..<steps {
                let point = Point(
                    x: (Double(column) + 0.5) / Double(steps) * width, y: (Double(row) + 0.5) / Double(steps) * height)
                if images.contains(where: { $0.box.contains(point) }) { covered += 1 }
            }
        }
        return Double(covered) / Double(steps * steps)
    }
}
