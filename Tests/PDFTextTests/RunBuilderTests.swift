import PageImage
import PageModel
import Testing

@testable import PDFText

@Suite struct RunBuilderTests {
    private func texts(_ words: [(text: String, x: Double, y: Double)]) -> [String] {
        var builder = RunBuilder(settings: PDFTextSettings())
        let style = TextStyle(font: "Serif", size: 10, color: .black)
        for word in words {
            for (index, scalar) in word.text.unicodeScalars.enumerated() {
                let x = word.x + 5 * Double(index)
                let glyph = StyledGlyph(
                    scalar: scalar, box: Rect(x0: x, y0: word.y, x1: x + 5, y1: word.y + 10), style: 0,
                    startsLine: false, followsSpace: index == 0)
                builder.append(glyph, style: style, direction: TextDirection(turn: .none, isDecoration: false))
            }
        }
        return builder.finished().map(\.text)
    }

    @Test func wordsOfALineMakeARun() {
        #expect(texts([("Office", 60, 100), ("rent", 95, 100)]) == ["Office rent"])
    }

    /// Poppler may give the words of two lines in turn.
    @Test func wordsOfTwoLinesDoNot() {
        let words = texts([("Other", 60, 100), ("Office", 60, 116), ("income", 90, 100), ("rent", 93, 116)])
        #expect(words == ["Other", "Office", "income", "rent"])
    }

    @Test func aWordALittleHigherGoesOn() {
        #expect(texts([("Area", 60, 100), ("2", 80, 97)]) == ["Area 2"])
    }
}
