internal import PageModel

/// An area of the page that is read as one table: its lines of chunks and the ruling lines in it.
struct TableRegion {
    var lines: [ChunkLine]
    var horizontals: [RulingLine]
    var verticals: [RulingLine]
    /// Edges of shaded bands; any height.
    var bands: [RulingLine] = []
    /// Rules across the whole width bound it.
    var standsBetweenRules = false
    /// The vertical lines are all borders between columns that there are.
    var hasGivenColumns = false

    /// The box of the text alone.
    var textBox: Rect { lines.map(\.box).union ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0) }

    /// The box of text and lines.
    var box: Rect { (horizontals + verticals).map(\.box).reduce(textBox) { $0.union($1) } }
}
