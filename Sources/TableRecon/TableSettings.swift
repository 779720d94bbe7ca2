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
    /// A gap of this many em between two words counts as a space.
    public var spaceGap = 0.22
    /// Fragments further apart than this many em on one line outside tables are separate pieces of text.
    public var pieceGap = 1.5

    /// Blank rows and columns thinner than this are left over from doubled or overshooting lines.
    public var thinnestBlank = 5.0

    public init() {}
}
