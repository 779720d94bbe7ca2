import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

/// Characters of a line side by side, their places as rough as Tesseract gives them.
private func reading(_ text: String, width: Int) -> LineReading {
    let step = Double(width) / Double(text.unicodeScalars.count)
    return LineReading(
        characters: text.unicodeScalars.enumerated().map {
            CharacterReading(
                scalar: $1, confidence: 0.9, start: Double($0) * step, end: Double($0 + 1) * step)
        })
}

@Suite struct LostBracketsTests {
    private func mended(_ text: String, _ canvas: Canvas) -> String {
        var characters = reading(text, width: canvas.width).characters
        LostBrackets(InkMask(levelled: canvas.image), settings: .init()).mend(&characters)
        return LineReading(characters: characters).text
    }

    /// In bold heads no column of paper parts the brackets from a letter.
    @Test func aBracketThatTouchesTheColumnsOfItsNeighbourComesBack() {
        var canvas = Canvas(width: 140, height: 40)
        canvas.fill(4..<40, 4..<36)
        canvas.fill(44..<80, 4..<36)
        canvas.openingBracket(at: 82)
        canvas.fill(92..<108, 8..<32)
        canvas.closingBracket(at: 107)
        #expect(mended("成值B)", canvas) == "成值（B)")
    }

    @Test func aBracketComesBackInFrontOfTheWordThatItHolds() {
        var canvas = Canvas(width: 240, height: 40)
        canvas.fill(4..<40, 4..<36)
        canvas.openingBracket(at: 46)
        for index in 0..<2 { canvas.fill((62 + 40 * index)..<(96 + 40 * index), 4..<36) }
        canvas.closingBracket(at: 140)
        canvas.fill(160..<196, 4..<36)
        #expect(mended("县市中)医", canvas) == "县（市中)医")
    }

    @Test func aBracketOpensAtTheEndOfALine() {
        var canvas = Canvas(width: 80, height: 40)
        canvas.fill(4..<40, 4..<36)
        var hook = canvas
        canvas.openingBracket(at: 60)
        #expect(mended("数", canvas) == "数（")
        #expect(mended("数〈", canvas) == "数〈", "it was read, if badly")
        hook.stroke([(68, 4), (68, 34), (60, 30)])
        #expect(mended("制", hook) == "制", "the right stroke of a character is none")
    }
}
