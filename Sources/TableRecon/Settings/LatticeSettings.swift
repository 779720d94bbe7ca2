extension TableSettings {
    /// Which ruling lines there are and which of them meet.
    public struct Rulings: Sendable, Hashable {
        /// Two lines that miss each other by no more than this, in points, meet.
        public var joinTolerance = 3.0
        /// Parallel lines no further apart than this, in points, are one border (doubled lines, borders drawn by both
        /// neighbours).
        public var snapTolerance = 3.5
        /// The part of a cell's side that must be drawn for the side to count as a border.
        public var borderCoverage = 0.75
        /// More ruling lines than this on a page are a drawing, not tables.
        public var largestCount = 60_000
        /// Lines shorter than this, in points, are no part of a table without a lattice.
        public var shortest = 8.0
        /// A line over this part of a table's width runs across the table.
        public var fullWidth = 0.8
        /// A line below this part of the narrower of two texts parts them.
        public var separatingCoverage = 0.5

        public init() {}
    }
}

extension TableSettings.Rulings: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("joinTolerance", joinTolerance),
            .length("snapTolerance", snapTolerance),
            .share("borderCoverage", borderCoverage),
            .count("largestCount", largestCount),
            .length("shortest", shortest),
            .share("fullWidth", fullWidth),
            .share("separatingCoverage", separatingCoverage),
        ]
    }
}

extension TableSettings {
    /// Cells from ruling lines, and the text that stands in them.
    public struct Lattice: Sendable, Hashable {
        /// Characters closer than this many em go on in one text across a border.
        public var overflowGap = 0.1
        /// A border this part of a character's width inside its box runs through it.
        public var overflowInset = 0.2
        /// A line that crosses columns and sticks out of the table by this part of its height is not the table's.
        public var headerOverhang = 0.2
        /// Lines that make more grid positions than this make no table.
        public var mostPositions = 1_000_000
        /// Blank rows and columns thinner than this, in points, are left over from doubled or overshooting lines.
        public var thinnestBlank = 5.0
        /// So are blank columns narrower than this many heights of the table's type.
        public var narrowestColumn = 0.9
        /// A lattice of fewer cells is never taken for a drawing.
        public var smallestDrawing = 12
        /// A lattice with text in a smaller part of its cells may be a drawing.
        public var drawingFill = 0.3
        /// A table without any text has so many cells or more,
        public var fewestBlanks = 4
        /// at least this high
        public var blankHeight = 9.0
        /// and this wide, in points.
        public var blankWidth = 15.0
        /// Figures no further beside or below the grid than this, in points, may be those of a chart's axis.
        public var axisReach = 40.0

        public init() {}
    }
}

extension TableSettings.Lattice: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("overflowGap", overflowGap),
            .share("overflowInset", overflowInset),
            .length("headerOverhang", headerOverhang),
            .count("mostPositions", mostPositions),
            .length("thinnestBlank", thinnestBlank),
            .length("narrowestColumn", narrowestColumn),
            .count("smallestDrawing", smallestDrawing),
            .share("drawingFill", drawingFill),
            .count("fewestBlanks", fewestBlanks),
            .length("blankHeight", blankHeight),
            .length("blankWidth", blankWidth),
            .length("axisReach", axisReach),
        ]
    }
}

extension TableSettings {
    /// Cells of a lattice in which rows or columns stand without a line between them.
    public struct Refining: Sendable, Hashable {
        /// Lines in the cells of a ruled row are rows when this part of the cells has nearly as many of them.
        public var stackedPart = 0.6
        /// Texts whose first lines are this many em or less apart, middle to middle, begin at one height.
        public var rowStart = 0.3
        /// Lines of cells beside each other are one row when their middles are less than this many em apart.
        public var lineError = 0.5
        /// Text keeps to its column when it reaches out of it by no more than this many em.
        public var columnOverhang = 0.3
        /// A cell of this many lines or more may be a list of rows that no line parts.
        public var leastList = 3
        /// The lines of a list leave this many em or more of their cell's width free: those of a wrapped text fill it.
        public var listMargin = 1.5
        /// A list of values has a digit in this part of its lines or more.
        public var valuePart = 0.6

        public init() {}
    }
}

extension TableSettings.Refining: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .share("stackedPart", stackedPart),
            .length("rowStart", rowStart),
            .length("lineError", lineError),
            .length("columnOverhang", columnOverhang),
            .count("leastList", leastList),
            .length("listMargin", listMargin),
            .share("valuePart", valuePart),
        ]
    }
}
