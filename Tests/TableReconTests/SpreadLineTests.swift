import PageModel
import Testing

@testable import TableRecon

@Suite struct SpreadLineTests {
    /// Characters 10 points high and 5 wide, with the given gaps between them.
    private func isSpread(_ text: String, gaps: [Double]) -> Bool {
        var x = 0.0
        let glyphs = text.unicodeScalars.enumerated().map { index, scalar in
            defer { x += 5 + gaps[index % gaps.count] }
            return Glyph(scalar: scalar, box: Rect(x0: x, y0: 0, x1: x + 5, y1: 10))
        }
        return SpreadLine(glyphs: glyphs).isSpread
    }

    @Test func evenGapsAreNoSpaces() {
        #expect(isSpread("≥1000人次", gaps: [4]))
        #expect(isSpread("≥95%", gaps: [4]))
    }

    @Test func unevenGapsMayBe() {
        #expect(!isSpread("≥1000人次", gaps: [0, 4]))
        #expect(!isSpread("≥1000人次", gaps: [0]))
    }

    @Test func singleFiguresAreEntriesOfTheirOwn() { #expect(!isSpread("123", gaps: [4])) }
}
