import PageModel
import Testing

@testable import PDFText

@Suite struct GlyphSpellingTests {
    private func glyph(_ scalar: Unicode.Scalar, _ box: Rect, style: Int = 0) -> StyledGlyph {
        StyledGlyph(scalar: scalar, box: box, style: style, startsLine: false, followsSpace: false)
    }

    private func text(_ glyphs: [StyledGlyph], _ change: (inout PopplerText) -> Void) -> String {
        let style = TextStyle(font: "Hei", size: 10, color: .black)
        var text = PopplerText(glyphs: glyphs, styles: [style, style])
        change(&text)
        return String(String.UnicodeScalarView(text.glyphs.map(\.scalar)))
    }

    @Test func aRadicalAndItsCharacterAreOneGlyph() {
        let halves = [
            glyph("⼦", Rect(x0: 10, y0: 0, x1: 15, y1: 10)), glyph("子", Rect(x0: 15, y0: 0, x1: 20, y1: 10)),
        ]
        #expect(text(halves) { $0.joinRadicals() } == "子")
    }

    @Test func aRadicalBesideAnotherCharacterStays() {
        let glyphs = [
            glyph("⼦", Rect(x0: 10, y0: 0, x1: 20, y1: 10)), glyph("女", Rect(x0: 20, y0: 0, x1: 30, y1: 10)),
        ]
        #expect(text(glyphs) { $0.joinRadicals() } == "⼦女")
    }

    @Test func aRaisedDigitBehindAFigureIsAMark() {
        let figure = [
            glyph("2", Rect(x0: 10, y0: 0, x1: 15, y1: 10)), glyph("0", Rect(x0: 15, y0: 0, x1: 20, y1: 10)),
        ]
        let mark = glyph("1", Rect(x0: 20, y0: -1, x1: 23, y1: 5), style: 1)
        let next = glyph("1", Rect(x0: 20, y0: 0, x1: 25, y1: 10))
        #expect(text(figure + [mark]) { $0.raiseFootnoteMarks() } == "20¹")
        #expect(text(figure + [next]) { $0.raiseFootnoteMarks() } == "201")
    }

    @Test func charactersWithoutWidthAreNoSpaces() {
        for scalar in ["\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}"] as [Unicode.Scalar] {
            #expect(scalar.isZeroWidth)
        }
        #expect(!Unicode.Scalar(" ").isZeroWidth)
    }
}
