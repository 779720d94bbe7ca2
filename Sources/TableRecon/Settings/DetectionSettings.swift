extension TableSettings {
    /// Running text, which is no table.
    public struct Prose: Sendable, Hashable {
        /// Lines of a paragraph are no further apart than this many em, middle to middle,
        public var pitch = 2.4
        /// and no closer than this many em.
        public var leastPitch = 0.3
        /// Lines of a paragraph begin within this many em of each other.
        public var indent = 3.5
        /// They lie below each other over this part of the shorter one.
        public var overlap = 0.7
        /// Stacked lines from this number on can be running text.
        public var shortestParagraph = 3
        /// Running text is at least this many em wide.
        public var narrowest = 16.0
        /// A line over this part of the paragraph's width is a long one.
        public var longLine = 0.7
        /// Text narrower than this part of the paragraph, with others beside it, is a label.
        public var labelWidth = 0.6
        /// So many Chinese characters say as much as several words.
        public var fewestIdeographs = 12
        /// A stack of long lines with a label beside it is a cell up to this many lines.
        public var longestCell = 8

        public init() {}
    }
}

extension TableSettings.Prose: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("pitch", pitch),
            .length("leastPitch", leastPitch),
            .length("indent", indent),
            .share("overlap", overlap),
            .count("shortestParagraph", shortestParagraph),
            .length("narrowest", narrowest),
            .share("longLine", longLine),
            .share("labelWidth", labelWidth),
            .count("fewestIdeographs", fewestIdeographs),
            .count("longestCell", longestCell),
        ]
    }
}

extension TableSettings {
    /// Areas of the page that may be tables without a lattice.
    public struct Regions: Sendable, Hashable {
        /// More white space than this many em between two lines ends a table.
        public var rowGap = 2.4
        /// So many full lines of text between lines of several chunks do not part a table.
        public var mostLoneLines = 2
        /// Text wider than this many em, from the table's left on, is such a full line.
        public var fullLine = 12.0
        /// It begins less than this many em right of the table's left.
        public var fullLineIndent = 2.0
        /// A line below the last row that begins within this many em of a text above it goes that text on.
        public var labelIndent = 1.5
        /// Lines that go on labels begin less than this many em apart,
        public var alikeIndent = 0.5
        /// and at distances that differ by less than this many em.
        public var alikePitch = 0.1
        /// Lines that head several columns are less than this many times as large as the table's.
        public var headSize = 1.15
        /// They reach out of the table by no more than this many em.
        public var headOverhang = 2.0
        /// Columns of running text are no further apart than this, in points.
        public var widestGutter = 60.0
        /// A rule no further than this many em above or below the text may be the table's.
        public var ruleReach = 1.5
        /// The same once titles and notes are taken off.
        public var ruleMargin = 1.2
        /// A rule that reaches further out of the text than this part of its width is not the table's.
        public var ruleOverhang = 0.3
        /// Nor is a vertical one that reaches out of it by this many em.
        public var verticalOverhang = 3.0
        /// Rules of tables side by side are this many em apart.
        public var sideGap = 0.9
        /// White space that parts tables without rules is so many times as wide as that between their columns.
        public var widerSideGap = 1.5
        /// The text of the right one of two tables begins no more than this many em before its title.
        public var titleOverhang = 0.5

        public init() {}
    }
}

extension TableSettings.Regions: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("rowGap", rowGap),
            .count("mostLoneLines", mostLoneLines),
            .length("fullLine", fullLine),
            .length("fullLineIndent", fullLineIndent),
            .length("labelIndent", labelIndent),
            .length("alikeIndent", alikeIndent),
            .length("alikePitch", alikePitch),
            .length("headSize", headSize),
            .length("headOverhang", headOverhang),
            .length("widestGutter", widestGutter),
            .length("ruleReach", ruleReach),
            .length("ruleMargin", ruleMargin),
            .share("ruleOverhang", ruleOverhang),
            .length("verticalOverhang", verticalOverhang),
            .length("sideGap", sideGap),
            .factor("widerSideGap", widerSideGap),
            .length("titleOverhang", titleOverhang),
        ]
    }
}

extension TableSettings {
    /// Tables between rules across their whole width.
    public struct Ruled: Sendable, Hashable {
        /// Rules of one table begin and end within this many points of each other,
        public var endTolerance = 1.5
        /// and are at least this long, in points.
        public var shortest = 30.0
        /// More groups of such rules than this on a page are a drawing.
        public var mostStacks = 200
        /// Two rules of one table have no more empty space between them than this many em.
        public var emptyBand = 1.2
        /// Words between rules that are this many em apart may stand in different columns.
        public var columnGap = 0.6
        /// A line of running text fills this part of the rules' length, or is the only text on its line.
        public var textLine = 0.8
        /// Text between two tables stands so many times as far off the next rule as rows do,
        public var textGap = 1.35
        /// and this many em further.
        public var textMargin = 0.1
        /// Rows stand no more than this many em further off the rule above them than most,
        public var looserAbove = 0.8
        /// nor this many em further off the rule below them.
        public var looserBelow = 0.28
        /// A row no further than this many em out of the rules belongs to the table.
        public var rowReach = 1.2
        /// Sides that are drawn over this part of a table's height make it a lattice.
        public var drawnSide = 0.8

        public init() {}
    }
}

extension TableSettings.Ruled: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("endTolerance", endTolerance),
            .length("shortest", shortest),
            .count("mostStacks", mostStacks),
            .length("emptyBand", emptyBand),
            .length("columnGap", columnGap),
            .share("textLine", textLine),
            .factor("textGap", textGap),
            .length("textMargin", textMargin),
            .length("looserAbove", looserAbove),
            .length("looserBelow", looserBelow),
            .length("rowReach", rowReach),
            .share("drawnSide", drawnSide),
        ]
    }
}

extension TableSettings {
    /// Lines that are typed with characters.
    public struct Typed: Sendable, Hashable {
        /// So many hyphens in a row are a line.
        public var shortestRule = 3
        /// So many are a line even beside text.
        public var longRule = 12
        /// So many bars typed below each other are a line.
        public var fewestBars = 3
        /// Typed bars of one line are no further apart than this many of their heights.
        public var pitch = 1.6
        /// They stand less than this many of their widths beside each other.
        public var barError = 0.5

        public init() {}
    }
}

extension TableSettings.Typed: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .count("shortestRule", shortestRule),
            .count("longRule", longRule),
            .count("fewestBars", fewestBars),
            .factor("pitch", pitch),
            .length("barError", barError),
        ]
    }
}

extension TableSettings {
    /// Shaded areas that part rows, and those that are a chart.
    public struct Shading: Sendable, Hashable {
        /// Shaded bands of one table begin and end within this many points of each other.
        public var tolerance = 3.0
        /// Fewer edges of shaded areas below each other are no bands.
        public var fewestEdges = 4
        /// So many filled areas of different lengths that begin at one x are the bars of a chart.
        public var fewestBars = 4

        public init() {}
    }
}

extension TableSettings.Shading: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("tolerance", tolerance),
            .count("fewestEdges", fewestEdges),
            .count("fewestBars", fewestBars),
        ]
    }
}

extension TableSettings {
    /// What makes an area a table.
    public struct Judging: Sendable, Hashable {
        /// One row of a table without rules fills at least this part of the columns.
        public var fullestRow = 0.75
        /// The part of the grid that is filled in a table between rules,
        public var ruledFill = 0.25
        /// in one of two columns without rules,
        public var twoColumnFill = 0.6
        /// in any other,
        public var fill = 0.35
        /// and in one that needs no figures.
        public var sureFill = 0.6
        /// So many rules across the whole width make no list, but a table.
        public var tableRules = 3
        /// The index of a book has at least so many entries.
        public var fewestEntries = 10
        /// Page numbers of contents are below this.
        public var lastPage = 2_000

        public init() {}
    }
}

extension TableSettings.Judging: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .share("fullestRow", fullestRow),
            .share("ruledFill", ruledFill),
            .share("twoColumnFill", twoColumnFill),
            .share("fill", fill),
            .share("sureFill", sureFill),
            .count("tableRules", tableRules),
            .count("fewestEntries", fewestEntries),
            .count("lastPage", lastPage),
        ]
    }
}
