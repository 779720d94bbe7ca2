extension TableSettings {
    /// Printed lines and their text.
    public struct Joining: Sendable, Hashable {
        /// Two fragments are on one line when they share this part of the lower one's height.
        public var lineOverlap = 0.5
        /// A gap of this many em between two words counts as a space.
        public var spaceGap = 0.22
        /// Fragments further apart than this many em on one line outside tables are separate pieces of text.
        public var pieceGap = 1.5
        /// Text smaller than this part of the largest on its line is raised or lowered beside it.
        public var scriptSize = 0.85
        /// Raised and lowered text stand one above the other when they share this part of the narrower one's width.
        public var stackedOverlap = 0.5

        public init() {}
    }
}

extension TableSettings.Joining: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .share("lineOverlap", lineOverlap),
            .length("spaceGap", spaceGap),
            .length("pieceGap", pieceGap),
            .share("scriptSize", scriptSize),
            .share("stackedOverlap", stackedOverlap),
        ]
    }
}

extension TableSettings {
    /// How sure a table is; the first four add up to 1.
    public struct Confidence: Sendable, Hashable {
        /// Weight of the part of the texts that lie inside their cells.
        public var fitWeight = 0.25
        /// Weight of the square of the part of the texts that share an edge or the middle with their column.
        public var alignmentWeight = 0.45
        /// Weight of the part of the cells that are filled, half of them being enough.
        public var fillWeight = 0.1
        /// Weight of ruling lines: 1 for a lattice, `mixedRules` for mixed, none for stream.
        public var rulesWeight = 0.2
        /// What of that weight a table with some ruling lines gets.
        public var mixedRules = 0.5
        /// Text lies inside its cell when it reaches out of it by no more than this many em.
        public var overhang = 0.35
        /// Texts share an edge when theirs is off the column's by no more than this many heights.
        public var alignedError = 0.4
        /// Words are on one line when they share more than this part of the lower one's height.
        public var lineOverlap = 0.5
        /// Highest confidence of a table on a page whose drawing was not read whole: rows and columns may be missing.
        public var partialDrawing = 0.7
        /// Highest confidence of a table on a page with glyphs that stand for no known character.
        public var missingText = 0.6
        /// What a text that reaches out of its cell leaves of the cell's confidence.
        public var misfitFactor = 0.7
        /// What a gap between the words of a line, as wide as between columns, leaves of it.
        public var gapFactor = 0.25

        public init() {}
    }
}

extension TableSettings.Confidence: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .share("fitWeight", fitWeight),
            .share("alignmentWeight", alignmentWeight),
            .share("fillWeight", fillWeight),
            .share("rulesWeight", rulesWeight),
            .share("mixedRules", mixedRules),
            .length("overhang", overhang),
            .length("alignedError", alignedError),
            .share("lineOverlap", lineOverlap),
            .share("partialDrawing", partialDrawing),
            .share("missingText", missingText),
            .share("misfitFactor", misfitFactor),
            .share("gapFactor", gapFactor),
        ]
    }
}

extension TableSettings {
    /// Tables that carry on over pages.
    public struct Continuation: Sendable, Hashable {
        /// Borders no further apart than this, in points, are one border.
        public var borderTolerance = 4.0
        /// Borders of one table closer than this, in points, are one.
        public var nearestBorders = 1.0
        /// First texts no further apart than this, in points, begin at one place.
        public var openingError = 4.0
        /// The part of the inner borders, or of the columns of a table without lines, that must agree.
        public var agreeingPart = 0.8
        /// Texts of one column without lines share this part of the narrower one's width.
        public var bandOverlap = 0.5
        /// Page numbers and running headers stand within this part of the page's height from its edges.
        public var furnitureBand = 0.1
        /// They are no wider than this part of the page.
        public var furnitureWidth = 0.6
        /// A label cut by the page break hangs out of the table by no more than this many line heights.
        public var hangingGap = 1.5
        /// A line may reach into a table's box by this, in points, and still count as above or below it.
        public var overlap = 3.0
        /// A line that says that the table goes on has no more characters.
        public var longestNotice = 40

        public init() {}
    }
}

extension TableSettings.Continuation: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("borderTolerance", borderTolerance),
            .length("nearestBorders", nearestBorders),
            .length("openingError", openingError),
            .share("agreeingPart", agreeingPart),
            .share("bandOverlap", bandOverlap),
            .share("furnitureBand", furnitureBand),
            .share("furnitureWidth", furnitureWidth),
            .length("hangingGap", hangingGap),
            .length("overlap", overlap),
            .count("longestNotice", longestNotice),
        ]
    }
}
