/// Tolerances of the table stage; lengths in points unless a field says font sizes ("em").
public struct TableSettings: Sendable, Hashable {
    /// Two lines that miss each other by no more than this meet.
    public var joinTolerance = 3.0
    /// Parallel lines no further apart than this are one border (doubled lines, borders drawn by both neighbours).
    public var snapTolerance = 3.5
    /// The part of a cell's side that must be drawn for the side to count as a border.
    public var borderCoverage = 0.75
    /// More ruling lines than this on a page are a drawing, not tables.
    public var largestLineCount = 60_000
    /// Two fragments are on one line when they share this part of the lower one's height.
    public var lineOverlap = 0.5
    /// Characters closer than this many em go on in one text across a border.
    public var overflowGap = 0.1
    /// A border this part of a character's width inside its box runs through it.
    public var overflowInset = 0.2
    /// A gap of this many em between two words counts as a space.
    public var spaceGap = 0.22
    /// Fragments further apart than this many em on one line outside tables are separate pieces of text.
    public var pieceGap = 1.5

    /// Blank rows and columns thinner than this are left over from doubled or overshooting lines.
    public var thinnestBlank = 5.0

    /// Boxes of characters higher than this many em are cut to it.
    public var tallestBox = 1.4

    // Stream: tables from alignment and white space.

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
    /// Lines closer than this many em, middle to middle, are lines of cells beside each other.
    public var interleavedPitch = 0.93
    /// Such lines stand in different columns when they are this many em apart.
    public var interleavedGap = 0.3
    /// So many dots in a row lead from a label to its value.
    public var shortestLeader = 4
    /// What a piece of text cut by a column border counts against a gap that asks for the border.
    public var crossingWeight = 0.7
    /// What such a piece counts where a border may stand in several places.
    public var cutWeight = 1.2
    /// The same where one of the gaps is as wide as that of a lone line.
    public var wideCrossingWeight = 0.4
    /// The same for text that stands alone on its line: titles and group labels run across columns.
    public var loneCrossingWeight = 0.1
    /// A border that only one line asks for needs a gap of this many em.
    public var loneColumnGap = 1.8
    /// No table has more columns.
    public var mostColumns = 100
    /// Lines of one cell are no further apart than this many em, middle to middle.
    public var wrapPitch = 1.65
    /// Distances of rows are at least this many times those of lines.
    public var pitchJump = 1.18
    /// The same where the distances of lines are all alike.
    public var sharpPitchJump = 1.07

    /// Blocks whose middles overlap by less than this many em may stand in rows of their own.
    public var rowOverlap = 0.45
    /// A lone label closer than this many em to the rows above and below it belongs to both.
    public var squeezedPitch = 0.95

    /// As does one in a gap of less than this many common distances of rows.
    public var squeezedGap = 1.4
    /// What a row without a label costs against a label one em off the middle of its rows.
    public var skippedRowCost = 0.15
    /// Figures stand in the middle of lines of text when they are no more than this many em off it.
    public var centredError = 0.3
    /// Labels are not looked for beside more rows.
    public var mostCentredRows = 120
    /// A label whose top is this many em or less off the top of its row is set at the top.
    public var topTolerance = 0.25
    /// Labels that span rows stand in the first columns, up to this number.
    public var labelColumns = 3
    /// A row with this part of the cells of the row above is one of its kind.
    public var likeRow = 0.7
    /// A rule no further below a header piece than this many em underlines it.
    public var ruleBelow = 0.9
    /// How far, in em, a header piece may stand off the middle of the columns that it heads.
    public var centreError = 1.0
    /// A header piece keeps to its column when an edge of it is no further, in em, from that of most other texts there.
    public var ownColumnError = 0.5
    /// A label this many em off the middle of its row belongs to more rows.
    public var offCentre = 0.45
    /// A rule under the head covers this part of the table's width.
    public var headRuleCoverage = 0.75
    /// No header has more lines.
    public var mostHeaderLines = 12

    // Detection.

    /// Lines of a paragraph are no further apart than this many em, middle to middle.
    public var prosePitch = 2.4
    /// Lines of a paragraph begin within this many em of each other.
    public var proseIndent = 3.5
    /// Stacked lines from this number on can be running text.
    public var shortestParagraph = 3
    /// Running text is at least this many em wide.
    public var narrowestProse = 16.0
    /// A stack of long lines with a label beside it is a cell up to this many lines.
    public var longestCell = 8
    /// Columns of running text are no further apart than this.
    public var widestGutter = 60.0
    /// Ruling lines shorter than this are no part of a table without a lattice.
    public var shortestRule = 8.0
    /// One row of a table without rules fills at least this part of the columns.
    public var fullestRow = 0.75
    /// So many hyphens in a row are a line.
    public var shortestTypedRule = 3
    /// So many are a line even beside text.
    public var longTypedRule = 12
    /// Shaded bands of one table begin and end within this many points of each other.
    public var bandTolerance = 3.0
    /// So many filled areas of different lengths that begin at one x are the bars of a chart.
    public var fewestBars = 4
    /// Fewer edges of shaded areas below each other are no bands.
    public var fewestBandEdges = 4
    /// So many bars typed below each other are a line.
    public var fewestTypedBars = 3
    /// Typed bars of one line are no further apart than this many of their heights.
    public var typedPitch = 1.6
    /// Rules of tables side by side are this many em apart.
    public var sideGap = 0.9
    /// More white space than this many em between two lines ends a table.
    public var rowGap = 2.4
    /// So many full lines of text between lines of several pieces do not part a table.
    public var mostLoneLines = 2

    /// Lines in the cells of a ruled row are rows when this part of the cells has nearly as many of them.
    public var stackedPart = 0.6
    /// A lattice of fewer cells is never taken for a drawing.
    public var smallestDrawing = 12
    /// A lattice with text in a smaller part of its cells may be a drawing.
    public var drawingFill = 0.3

    /// No more rows than this can be header rows.
    public var mostHeaderRows = 4

    /// White space that parts tables without rules is so many times as wide as that between their columns.
    public var widerSideGap = 1.5

    // Confidence; the weights add up to 1.

    /// Weight of the part of the texts that lie inside their cells.
    public var fitWeight = 0.25
    /// Weight of the square of the part of the texts that share an edge or the middle with their column.
    public var alignmentWeight = 0.45
    /// Weight of the part of the cells that are filled, half of them being enough.
    public var fillWeight = 0.1
    /// Weight of ruling lines: 1 for a lattice, half for mixed, none for stream.
    public var rulesWeight = 0.2
    /// Highest confidence of a table on a page whose drawing was not read whole: rows and columns may be missing.
    public var partialDrawingConfidence = 0.7
    /// Highest confidence of a table on a page with glyphs that stand for no known character.
    public var missingTextConfidence = 0.6
    /// What a text that reaches out of its cell leaves of the cell's confidence.
    public var misfitFactor = 0.7
    /// What a gap between the words of a line, as wide as between columns, leaves of it.
    public var gapFactor = 0.25

    /// Reads every table by this method; nil lets each table choose.
    public var method: TableMethod?

    /// A line that crosses columns and sticks out of the table by this part of its height is not the table's.
    public var headerOverhang = 0.2

    public init() {}
}
