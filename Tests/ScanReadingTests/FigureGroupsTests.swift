import PageImage
import PageModel
import Testing

@testable import ScanReading

/// Amounts whose commas and points break the rule of threes.
@Suite struct FigureGroupsTests {
    private func read(_ text: String, seen: Unicode.Scalar? = nil) -> LineReading {
        let characters = text.unicodeScalars.map { scalar in
            CharacterReading(
                scalar: scalar, confidence: 0.99, start: 0, end: 1,
                alternatives: scalar.isDigit ? [] : (seen.map { [.init(scalar: $0, probability: 0.1)] } ?? []))
        }
        return FigureGroups(settings: .init())
            .mended(LineReading(characters: characters), crop: GrayImage(width: 0, height: 0, pixels: []))
    }

    @Test func pointsBetweenThousandsBecomeTheCommasThatTheEngineSaw() {
        let reading = read("5.288.011.738.39", seen: ",")
        #expect(reading.text == "5,288,011,738.39")
        #expect(reading.confidence < 0.9)
    }

    @Test func withoutAnotherReadingTheFigureIsDoubted() {
        let reading = read("5.288.011.738.39")
        #expect(reading.text == "5.288.011.738.39")
        #expect(reading.confidence <= 0.5)
    }

    @Test(arguments: ["5,28,011.39", "1,2345,678.00", "12,34.50", "1234,567,890.12"])
    func aFigureThatLacksADigitIsDoubted(_ text: String) {
        #expect(read(text, seen: ".").confidence <= 0.5)
        #expect(read(text, seen: ".").text == text)
    }

    @Test(arguments: ["5,288,011,738.39", "1,234,567", "2024.12.31", "3.2.1", "2022,2023,2024", "1,2,3", "95.5"])
    func otherFiguresStay(_ text: String) {
        #expect(read(text).text == text)
        #expect(read(text).confidence == 0.99)
    }
}
