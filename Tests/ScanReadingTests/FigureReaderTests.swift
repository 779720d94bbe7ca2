import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct FigureReaderTests {
    private func mended(_ text: String, at place: Int, _ digit: Unicode.Scalar, _ probability: Double) -> String {
        var characters = text.unicodeScalars.enumerated().map {
            CharacterReading(scalar: $1, confidence: 0.6, start: Double($0), end: Double($0 + 1))
        }
        characters[place].alternatives = [.init(scalar: digit, probability: probability)]
        let blank = Canvas(width: 40, height: 20).image
        return FigureReader(settings: .init()).mended(LineReading(characters: characters), crop: blank).text
    }

    /// A 0 that is the upper ring of the percent sign behind it is none.
    @Test(arguments: [(16, "9%"), (40, "90%")]) func aRingIsNoDigit(height: Int, text: String) {
        var canvas = Canvas(width: 60, height: 40)
        canvas.fill(0..<18, 0..<40)
        canvas.fill(24..<32, 0..<height)
        canvas.fill(36..<54, 0..<40)
        let places = [("9", 0..<18), ("0", 22..<34), ("%", 36..<54)] as [(Unicode.Scalar, Range<Int>)]
        let characters = places.map {
            CharacterReading(
                scalar: $0, confidence: 0.9, start: Double($1.lowerBound), end: Double($1.upperBound))
        }
        let mended = FigureReader(settings: .init()).mended(LineReading(characters: characters), crop: canvas.image)
        #expect(mended.text == text)
    }

    @Test func aLetterAmongFiguresBecomesTheDigitThatWasSeenToo() {
        #expect(mended("1O0%", at: 1, "0", 0.3) == "100%")
        #expect(mended("≥9S", at: 2, "5", 0.3) == "≥95")
    }

    @Test func nothingIsReplacedThatTheEngineDidNotSee() {
        #expect(mended("1O0%", at: 1, "0", 0.05) == "1O0%")
        #expect(mended("1O0%", at: 1, "口", 0.3) == "1O0%")
    }

    @Test func wordsAreLeftAlone() {
        #expect(mended("DIP", at: 1, "1", 0.4) == "DIP")
        #expect(mended("完O成", at: 1, "0", 0.4) == "完O成")
    }
}
