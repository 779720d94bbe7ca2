import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

/// Digits 9 pixels wide and 14 high.
@Suite struct FigureGapsTests {
    /// - Parameter text: The place of a point holds no ink; it is not read.
    private func line(_ text: String, lacking: Character = ".") -> ReadLine {
        var canvas = Canvas(width: 12 * text.count + 4, height: 20)
        var characters: [CharacterReading] = []
        var x = 2
        for character in text {
            if character == lacking {
                x += 7
                continue
            }
            canvas.fill(x..<(x + 9), 3..<17)
            characters.append(
                CharacterReading(
                    scalar: character.unicodeScalars.first!, confidence: 0.99, start: Double(x), end: Double(x + 9)))
            x += 12
        }
        return ReadLine(reading: LineReading(characters: characters), crop: canvas.image, em: 20)
    }

    private func read(_ text: String, lacking: Character = ".", others: [String] = ["2024", "12345678"]) -> LineReading
    {
        FigureGaps(settings: .init()).repaired([line(text, lacking: lacking)] + others.map { line($0) })[0]
    }

    @Test(arguments: ["25.5", "4.2", "1186.35"]) func aLostPointIsFoundByItsRoom(_ figure: String) {
        let reading = read(figure)
        #expect(reading.text == figure)
        #expect(reading.confidence < 0.8)
    }

    @Test func aGapBeforeThreeDigitsMayHaveHeldAComma() {
        let reading = read("1,203", lacking: ",")
        #expect(reading.text == "1203")
        #expect(reading.confidence < 0.8)
    }

    /// Where a digit was passed over its ink stands in the gap.
    @Test func aLostDigitIsNoPoint() {
        var line = line("2055")
        line.reading.characters.remove(at: 1)
        let others = ["2024", "12345678"].map { self.line($0) }
        #expect(FigureGaps(settings: .init()).repaired([line] + others)[0].text == "255")
    }

    @Test func figuresWithoutGapsStay() {
        #expect(read("255").text == "255")
        #expect(read("255").confidence == 0.99)
    }

    @Test func nothingIsKnownOfAPageWithFewDigits() {
        #expect(read("25.5", others: ["12"]).text == "255")
    }
}
