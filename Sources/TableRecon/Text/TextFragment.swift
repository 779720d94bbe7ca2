public import PageModel

/// A piece of a text run: the glyphs of it that stand in one cell.
public struct TextFragment: Hashable, Sendable {
    public var glyphs: ArraySlice<Glyph>
    public var box: Rect
    public var style: TextStyle
    public var rotation: QuarterTurn
    public var source: TextSource
    public var confidence: Double

    public init(_ run: TextRun) {
        glyphs = run.glyphs[...]
        box = run.box
        style = run.style
        rotation = run.rotation
        source = run.source
        confidence = run.confidence
    }

    /// Nil when the range holds nothing but spaces.
    init?(_ run: TextRun, range: Range<Int>) {
        var slice = run.glyphs[range]
        while slice.first?.scalar == " " { slice.removeFirst() }
        while slice.last?.scalar == " " { slice.removeLast() }
        guard let head = slice.first else { return nil }
        glyphs = slice
        box = slice.dropFirst().reduce(head.box) { $0.union($1.box) }
        style = run.style
        rotation = run.rotation
        source = run.source
        confidence = run.confidence
    }

    /// Height of the characters' boxes across the reading direction: the measure for gaps.
    var em: Double { rotation == .none || rotation == .half ? box.height : box.width }
}

/// One printed line: fragments on one baseline, left to right, and their text joined by the text rules.
public struct TextLine: Hashable, Sendable {
    public var fragments: [TextFragment]
    public var box: Rect
    public var text: String

    public init(fragments: [TextFragment], box: Rect, text: String) {
        self.fragments = fragments
        self.box = box
        self.text = text
    }

    /// The largest font size on the line, in points.
    public var fontSize: Double { fragments.map(\.style.size).max() ?? 0 }
}
