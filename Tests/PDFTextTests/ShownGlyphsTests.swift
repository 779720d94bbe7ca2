import PageModel
import Testing

@testable import PDFText

@Suite struct ShownGlyphsTests {
    /// Texts of one character, all on one line or each on its own.
    private func page(_ count: Int, onOneLine: Bool) -> (shows: [TextShow], glyphs: [StyledGlyph]) {
        var shows: [TextShow] = []
        var glyphs: [StyledGlyph] = []
        for index in 0..<count {
            let (x, y) = onOneLine ? (Double(index) * 12, 50.0) : (10, Double(index) * 12)
            shows.append(
                TextShow(
                    origin: Point(x: x, y: y), angle: QuarterTurn.none, angleDegrees: 0, isInvisible: false,
                    isClipped: false, color: .black, size: 10))
            glyphs.append(
                StyledGlyph(
                    scalar: "文", box: Rect(x0: x, y0: y - 8, x1: x + 10, y1: y + 2), style: 0, startsLine: true,
                    followsSpace: false))
        }
        return (shows, glyphs)
    }

    @Test(arguments: [true, false])
    func eachGlyphFindsItsOperator(_ onOneLine: Bool) {
        let (shows, glyphs) = page(50, onOneLine: onOneLine)
        var shown = ShownGlyphs(shows: shows, glyphs: glyphs)
        var found: [Int: TextShow] = [:]
        shown.forEach(glyphs) { found[$0] = $1 }
        #expect(found.count == 50)
        #expect(found.allSatisfy { $1.origin == shows[$0].origin })
    }

    /// The work for a glyph does not grow with the number of operators.
    @Test(arguments: [true, false])
    func eachGlyphLooksAtAFewOperators(_ onOneLine: Bool) {
        let (shows, glyphs) = page(4000, onOneLine: onOneLine)
        var shown = ShownGlyphs(shows: shows, glyphs: glyphs)
        shown.forEach(glyphs) { _, _ in }
        #expect(shown.steps <= 8 * glyphs.count)
    }
}
