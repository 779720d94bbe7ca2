public import PageModel

/// A piece of a text run: the glyphs of it that stand in one cell.
public struct TextFragment: Hashable, Sendable {
    public var glyphs: ArraySlice<Glyph>
    public var box: Rect
    public var style: TextStyle
    public var rotation: QuarterTurn
    public var source: TextSource
    public var confidence: Double
    /// What was read of it before it was repaired; its indexes are those of `glyphs`.
    public private(set) var misreading: Misreading?

    public init(_ run: TextRun) {
        glyphs = run.glyphs[...]
        box = run.box
        style = run.style
        rotation = run.rotation
        source = run.source
        confidence = run.confidence
        misreading = run.misreading
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
        misreading = run.misreading?.within(slice.indices, of: run.glyphs.count)
    }

    /// Height of the characters' boxes across the reading direction: the measure for gaps.
    var em: Double { rotation == .none || rotation == .half ? box.height : box.width }
}

extension Misreading {
    /// The misreading where it lies in a part of the text, nil elsewhere and where it reaches out of the part.
    func within(_ part: Range<Int>, of count: Int) -> Misreading? {
        let isInside =
            glyphs.isEmpty
            ? part.contains(glyphs.lowerBound) || glyphs.lowerBound == count && part.upperBound == count
            : part.lowerBound <= glyphs.lowerBound && glyphs.upperBound <= part.upperBound
        return isInside ? self : nil
    }
}

extension TextFragment {
    /// The part of the fragment with these glyph indexes; nil for an empty range.
    func part(_ range: Range<Int>) -> TextFragment? {
        guard !range.isEmpty, let first = glyphs[range].first else { return nil }
        var copy = self
        copy.glyphs = glyphs[range]
        copy.box = glyphs[range].dropFirst().reduce(first.box) { $0.union($1.box) }
        copy.misreading = misreading?.within(range, of: glyphs.endIndex)
        return copy
    }

    /// The same text with every box moved by `transform`.
    func mapped(_ transform: (Rect) -> Rect) -> TextFragment {
        var copy = self
        copy.glyphs = ArraySlice(glyphs.map { Glyph(scalar: $0.scalar, box: transform($0.box)) })
        copy.box = transform(box)
        if let known = misreading {
            let start = known.glyphs.lowerBound - glyphs.startIndex
            copy.misreading = Misreading(glyphs: start..<(start + known.glyphs.count), text: known.text)
        }
        return copy
    }

    /// The upright fragment with what was read at first; itself where that stands.
    var asRead: TextFragment {
        guard let misreading else { return self }
        let place = glyphs[misreading.glyphs].map(\.box).union ?? gap(before: misreading.glyphs.lowerBound)
        let scalars = Array(misreading.text.unicodeScalars)
        let width = place.width / Double(max(scalars.count, 1))
        let read = scalars.enumerated().map { index, scalar in
            let left = place.x0 + Double(index) * width
            return Glyph(scalar: scalar, box: Rect(x0: left, y0: place.y0, x1: left + width, y1: place.y1))
        }
        var copy = self
        copy.glyphs.replaceSubrange(misreading.glyphs, with: read)
        copy.misreading = nil
        return copy
    }

    /// The place between two glyphs, without any width.
    private func gap(before index: Int) -> Rect {
        let x = index > glyphs.startIndex ? glyphs[index - 1].box.x1 : box.x0
        return Rect(x0: x, y0: box.y0, x1: x, y1: box.y1)
    }
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
