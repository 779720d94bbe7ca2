extension TableSettings {
    /// Words, and which of them stand in one text.
    public struct Words: Sendable, Hashable {
        /// Boxes of characters higher than this many em are cut to it.
        public var tallestBox = 1.4
        /// The height of a line of common type, in font sizes.
        public var lineHeight = 1.12
        /// Chinese characters narrower than this part of the font size tell that the size is wrong.
        public var wrongIdeograph = 0.75
        /// So do digits when twice their width is less than this part of it.
        public var wrongDigit = 0.7
        /// A line of common type is this many times as high as the characters' boxes; else the boxes measure it.
        public var usualHeight = 0.5...1.5
        /// Words further apart than this many em may stand in different columns.
        public var columnGap = 0.85
        /// The same between Chinese words, which are set without spaces.
        public var chineseGap = 0.5
        /// The same between single Chinese characters: labels such as 合 计 are spaced out.
        public var spacedLabelGap = 3.2
        /// A currency sign belongs to the figure within this many em.
        public var currencyGap = 6.0
        /// Words are on one baseline when they share this part of the lower one's height.
        public var baselineOverlap = 0.55
        /// A ruling line parts words that overlap by less than this many em.
        public var ruleOverlap = 0.3
        /// A ruling line may run through the outer this many em of the words that it parts.
        public var ruleReach = 0.4
        /// So many dots in a row lead from a label to its value.
        public var shortestLeader = 4

        public init() {}
    }
}

extension TableSettings.Words: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("tallestBox", tallestBox),
            .length("lineHeight", lineHeight),
            .share("wrongIdeograph", wrongIdeograph),
            .share("wrongDigit", wrongDigit),
            .range("usualHeight", usualHeight),
            .length("columnGap", columnGap),
            .length("chineseGap", chineseGap),
            .length("spacedLabelGap", spacedLabelGap),
            .length("currencyGap", currencyGap),
            .share("baselineOverlap", baselineOverlap),
            .length("ruleOverlap", ruleOverlap),
            .length("ruleReach", ruleReach),
            .count("shortestLeader", shortestLeader),
        ]
    }
}

extension TableSettings {
    /// Borders between columns, from the gaps that lines have in common.
    public struct Columns: Sendable, Hashable {
        /// Lines closer than this many em, middle to middle, are lines of cells beside each other.
        public var interleavedPitch = 0.93
        /// Such lines stand in different columns when they are this many em apart.
        public var interleavedGap = 0.3
        /// What a chunk of text cut by a column border counts against a gap that asks for the border.
        public var crossingWeight = 0.7
        /// What such a chunk counts where a border may stand in several places.
        public var cutWeight = 1.2
        /// The same where one of the gaps is as wide as that of a lone line.
        public var wideCrossingWeight = 0.4
        /// The same for text that stands alone on its line: titles and group labels run across columns.
        public var loneCrossingWeight = 0.1
        /// A border that only one line asks for needs a gap of this many em.
        public var loneGap = 1.8
        /// No table has more columns.
        public var most = 100
        /// A border that may stand anywhere in a gap is tried in so many places, evenly spread.
        public var places = 8
        /// A drawn border no further out of a gap than this, in points, stands in it.
        public var drawnReach = 1.0
        /// A border is needed only between texts that reach this many em into the columns on its sides.
        public var edgeReach = 0.3
        /// Text that reaches no more than this many em into a column does not cover it,
        public var overhang = 0.4
        /// nor text that reaches into it by no more than this part of its own width.
        public var narrowOverhang = 0.3
        /// A text is cut at a border no further than this many em from the gap between two words,
        public var cutReach = 0.25
        /// if the gap is wider than this many em.
        public var cutGap = 0.12
        /// Chinese texts are cut where no part is a value if the gap is wider than this many em.
        public var chineseCutGap = 0.35

        public init() {}
    }
}

extension TableSettings.Columns: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("interleavedPitch", interleavedPitch),
            .length("interleavedGap", interleavedGap),
            .weight("crossingWeight", crossingWeight),
            .weight("cutWeight", cutWeight),
            .weight("wideCrossingWeight", wideCrossingWeight),
            .weight("loneCrossingWeight", loneCrossingWeight),
            .length("loneGap", loneGap),
            .count("most", most),
            .count("places", places),
            .length("drawnReach", drawnReach),
            .length("edgeReach", edgeReach),
            .length("overhang", overhang),
            .share("narrowOverhang", narrowOverhang),
            .length("cutReach", cutReach),
            .length("cutGap", cutGap),
            .length("chineseCutGap", chineseCutGap),
        ]
    }
}

extension TableSettings {
    /// Which lines are one cell, and which cells one row.
    public struct Rows: Sendable, Hashable {
        /// Lines of one cell are no further apart than this many em, middle to middle.
        public var wrapPitch = 1.65
        /// A distance of rows found in the text may be larger than that by this many em.
        public var wrapMargin = 0.1
        /// Distances of rows are at least this many times those of lines.
        public var pitchJump = 1.18
        /// The same where the distances of lines are all alike.
        public var sharpPitchJump = 1.07
        /// Distances that differ by no more than this part of themselves are alike.
        public var alikePitch = 0.03
        /// Middles closer than this many em are not those of lines below each other.
        public var leastPitch = 0.9
        /// Lines of a cell are closer than this part of the distance of two figures.
        public var figurePitch = 0.97
        /// Blocks whose middles overlap by less than this many em may stand in rows of their own.
        public var overlap = 0.45
        /// What stands this many em or less above or below a cell's lines stands at its height.
        public var reach = 0.3
        /// A lone label closer than this many em to the rows above and below it belongs to both.
        public var squeezedPitch = 0.95
        /// As does one in a gap of less than this many common distances of rows.
        public var squeezedGap = 1.4
        /// A rule over less than this part of a text runs beside it, not across it.
        public var besideRule = 0.3
        /// A line belongs to the cell above when it reaches out of it by no more than this many em.
        public var columnOverhang = 0.5
        /// A line is full when the next word would reach out of its column by more than this many em.
        public var fullLine = 0.2
        /// The space before that word, in em.
        public var wordSpace = 0.25
        /// Lines that begin this many em further left or right are set out or in.
        public var indent = 0.4

        public init() {}
    }
}

extension TableSettings.Rows: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .length("wrapPitch", wrapPitch),
            .length("wrapMargin", wrapMargin),
            .factor("pitchJump", pitchJump),
            .factor("sharpPitchJump", sharpPitchJump),
            .share("alikePitch", alikePitch),
            .length("leastPitch", leastPitch),
            .share("figurePitch", figurePitch),
            .length("overlap", overlap),
            .length("reach", reach),
            .length("squeezedPitch", squeezedPitch),
            .length("squeezedGap", squeezedGap),
            .share("besideRule", besideRule),
            .length("columnOverhang", columnOverhang),
            .length("fullLine", fullLine),
            .length("wordSpace", wordSpace),
            .length("indent", indent),
        ]
    }
}

extension TableSettings {
    /// Labels that span rows.
    public struct Labels: Sendable, Hashable {
        /// Labels that span rows stand in the first columns, up to this number.
        public var columns = 3
        /// What a row without a label costs against a label one em off the middle of its rows.
        public var skippedRowCost = 0.15
        /// Figures stand in the middle of lines of text when they are no more than this many em off it.
        public var centredError = 0.3
        /// A label is in the middle of rows when it is off it by less than this part of a row.
        public var centredPitch = 0.3
        /// Labels are not looked for beside more rows.
        public var mostCentredRows = 120
        /// A label whose top is this many em or less off the top of its row is set at the top.
        public var topTolerance = 0.25
        /// A label this many em off the middle of its row belongs to more rows.
        public var offCentre = 0.45
        /// The middle of a label lies in its rows or no further than this many em out of them.
        public var overhang = 0.3
        /// A row with this part of the cells of the row above is one of its kind.
        public var likeRow = 0.7

        public init() {}
    }
}

extension TableSettings.Labels: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .count("columns", columns),
            .weight("skippedRowCost", skippedRowCost),
            .length("centredError", centredError),
            .share("centredPitch", centredPitch),
            .count("mostCentredRows", mostCentredRows),
            .length("topTolerance", topTolerance),
            .length("offCentre", offCentre),
            .length("overhang", overhang),
            .share("likeRow", likeRow),
        ]
    }
}

extension TableSettings {
    /// The rows and lines that name the columns.
    public struct Header: Sendable, Hashable {
        /// No more rows than this can be header rows.
        public var mostRows = 4
        /// So many rows below those are looked at for what follows a header.
        public var readRows = 16
        /// No header has more lines.
        public var mostLines = 12
        /// A rule under the head covers this part of the table's width.
        public var ruleCoverage = 0.75
        /// A rule no further below a header chunk than this many em underlines it.
        public var ruleBelow = 0.9
        /// A rule heads a column when it covers this part of the column's text.
        public var columnCoverage = 0.5
        /// How far, in em, a header chunk may stand off the middle of the columns that it heads.
        public var centreError = 1.0
        /// It stands off the middle of its own column by this many em more than by twice that.
        public var ownCentreError = 0.5
        /// A header chunk keeps to its column when an edge of it is no further, in em, from that of most other texts
        /// there.
        public var ownColumnError = 0.5
        /// Texts whose edges or middles are less than this many em apart stand below each other.
        public var alignedError = 0.4
        /// A head begins no more than this many em before the first of the columns that it heads.
        public var spanOverhang = 2.0
        /// Its middle is off theirs by no more than this part of their width.
        public var spanError = 0.25
        /// Figures that name columns as years.
        public var years = 1800...2100

        public init() {}
    }
}

extension TableSettings.Header: SettingsGroup {
    var checks: [SettingCheck] {
        [
            .count("mostRows", mostRows),
            .count("readRows", readRows),
            .count("mostLines", mostLines),
            .share("ruleCoverage", ruleCoverage),
            .length("ruleBelow", ruleBelow),
            .share("columnCoverage", columnCoverage),
            .length("centreError", centreError),
            .length("ownCentreError", ownCentreError),
            .length("ownColumnError", ownColumnError),
            .length("alignedError", alignedError),
            .length("spanOverhang", spanOverhang),
            .share("spanError", spanError),
            .range("years", years),
        ]
    }
}
