public import PageModel

/// What each step of the table stage found on one page, and what it gave up and why.
///
/// All places are in page space, on the page put straight. Asked for with `TableFinder.traced(_:)`; a search without it
/// keeps none of this.
public struct TableTrace: Hashable, Sendable {
    /// The ruling lines that the search went by: those of the page, and those typed with characters.
    public var rulings: [RulingLine] = []
    /// Where ruling lines of both axes meet; by y, then x.
    public var intersections: [Point] = []
    /// What was looked at as a table: those from ruling lines first, then those from alignment.
    public var candidates: [Candidate] = []

    public init() {}

    /// An area that may be a table.
    public struct Candidate: Hashable, Sendable {
        public var box: Rect
        public var method: TableMethod
        /// The columns from left to right and the rows from top to bottom; empty where no grid was found.
        public var columns: [Rect]
        public var rows: [Rect]
        public var cells: [Rect]
        /// Why it is no table; nil for a table.
        public var rejection: TableRejection?
    }

    /// The candidates that are no tables.
    public var rejected: [Candidate] { candidates.filter { $0.rejection != nil } }
}

/// Why an area of a page is no table.
public enum TableRejection: String, Hashable, Sendable, CaseIterable {
    // Ruling lines.
    case tooManyRulings = "the page has more ruling lines than tables have"
    case oneCell = "the ruling lines make no second cell"
    case noText = "no cell has text"
    case frame = "a frame round text"
    case drawing = "the grid of a chart or a diagram"
    // Alignment.
    case noGrid = "no two columns and rows"
    case fewCells = "too few cells with text"
    case list = "a list with bullets or numbers"
    case contents = "a list of contents"
    case scattered = "most columns have but one text"
    case code = "the source text of a program"
    case index = "the index of a book"
    case noFullRow = "no row fills most columns, and no rule runs across"
    case sparse = "too much of the grid is empty"
    case wordy = "long texts rather than entries"
    case fewFigures = "too few figures"
    case barChart = "the bars of a chart"
    case taken = "it lies over a table from ruling lines"
}

extension TableTrace.Candidate {
    /// What became of a grid.
    init(_ grid: TableGrid, rejection: TableRejection? = nil) {
        let box = grid.box
        self.init(
            box: box, method: grid.method,
            columns: zip(grid.xs, grid.xs.dropFirst()).map { Rect(x0: $0, y0: box.y0, x1: $1, y1: box.y1) },
            rows: zip(grid.ys, grid.ys.dropFirst()).map { Rect(x0: box.x0, y0: $0, x1: box.x1, y1: $1) },
            cells: grid.cells.map(\.box), rejection: rejection)
    }

    /// An area in which no grid was found.
    init(_ box: Rect, method: TableMethod, rejection: TableRejection) {
        self.init(box: box, method: method, columns: [], rows: [], cells: [], rejection: rejection)
    }
}

extension LineComponent {
    /// Where the lines of both axes meet, or miss each other by no more than `tolerance`, in points.
    func intersections(tolerance: Double) -> [Point] {
        horizontal.flatMap { line in
            vertical.filter { other in
                line.start - tolerance <= other.position && other.position <= line.end + tolerance
                    && other.start - tolerance <= line.position && line.position <= other.end + tolerance
            }
            .map { Point(x: $0.position, y: line.position) }
        }
    }

    var box: Rect? { (horizontal + vertical).map(\.box).union }
}
