import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct ThousandsMarkTests {
    /// Digits 24 pixels high on a base line; the mark reaches so many pixels below it.
    private func read(_ text: String, below: Int) -> String {
        var canvas = Canvas(width: 300, height: 48)
        var characters: [CharacterReading] = []
        var x = 6
        for scalar in text.unicodeScalars {
            let width = scalar == "." ? 4 : 12
            canvas.fill(x..<(x + width), (scalar == "." ? 32 : 12)..<(scalar == "." ? 36 + below : 36))
            characters.append(
                CharacterReading(scalar: scalar, confidence: 0.99, start: Double(x), end: Double(x + width)))
            x += width + 5
        }
        return ThousandsMark(settings: .init()).mended(LineReading(characters: characters), crop: canvas.image).text
    }

    @Test(arguments: ["30.000", "1.200", "205.000"]) func aMarkWithATailIsAComma(_ text: String) {
        #expect(read(text, below: 4) == text.replacing(".", with: ","))
    }

    @Test func aPointStandsOnTheBaseLine() { #expect(read("30.000", below: 0) == "30.000") }

    @Test(arguments: ["30.00", "30.0000", "2050.000"]) func otherFiguresHaveNoThousandsThere(_ text: String) {
        #expect(read(text, below: 4) == text)
    }
}
