import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite struct SettledWidthsTests {
    private func settled(
        _ scalar: Unicode.Scalar, _ confidence: Double, or other: Unicode.Scalar, _ probability: Double
    )
        -> Double
    {
        let character = CharacterReading(
            scalar: scalar, confidence: confidence, start: 0, end: 10,
            alternatives: [.init(scalar: other, probability: probability)])
        return SettledWidths().mended(
            LineReading(characters: [character]), crop: GrayImage(width: 0, height: 0, pixels: [])
        ).confidence
    }

    @Test func bothWidthsOfOneCharacterAddUp() {
        #expect(settled("（", 0.5, or: "(", 0.4) == 0.9)
        #expect(settled("(", 0.7, or: "（", 0.5) == 1)
    }

    @Test func anotherCharacterIsADoubt() { #expect(settled("（", 0.5, or: "[", 0.4) == 0.5) }
}
