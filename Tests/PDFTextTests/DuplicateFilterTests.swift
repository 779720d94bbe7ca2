import PageModel
import Testing

@testable import PDFText

/// Glyphs drawn twice count once.
@Suite struct DuplicateFilterTests {
    private func glyph(_ scalar: Unicode.Scalar, x: Double, y: Double, height: Double = 10) -> StyledGlyph {
        StyledGlyph(
            scalar: scalar, box: Rect(x0: x, y0: y, x1: x + height, y1: y + height), style: 0, startsLine: false,
            followsSpace: false)
    }

    /// Whether each of the glyphs is new.
    private func new(_ glyphs: [StyledGlyph]) -> [Bool] {
        var filter = DuplicateFilter(distance: 0.15)
        return glyphs.map { filter.isNew($0) }
    }

    /// Also where the two stand in different squares of the page.
    @Test(arguments: [0.0, 2.5, 7.0, -3.0]) func theSecondOfTwoInOnePlaceIsNone(_ x: Double) {
        #expect(new([glyph("文", x: x, y: x), glyph("文", x: x + 1.4, y: x - 1.4)]) == [true, false])
        #expect(new([glyph("文", x: x, y: x), glyph("文", x: x + 1.6, y: x)]) == [true, true])
    }

    @Test func othersInTheSamePlaceAreNew() {
        #expect(new([glyph("文", x: 5, y: 5), glyph("化", x: 5, y: 5)]) == [true, true])
    }

    /// However many there are, and however far from the page's corner.
    @Test func manyGlyphsAreToldApart() {
        var filter = DuplicateFilter(distance: 0.15)
        let places = (0..<20_000).map { glyph("0", x: 12 * Double($0 % 100), y: 12 * Double($0 / 100)) }
        let (first, second) = (places.map { filter.isNew($0) }, places.map { filter.isNew($0) })
        #expect(first.allSatisfy { $0 })
        #expect(!second.contains(true))
        #expect(filter.steps <= 16 * places.count)
        let far = glyph("0", x: 1e15, y: -1e15)
        #expect(new([far, far]) == [true, false])
    }
}
