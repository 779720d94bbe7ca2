import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

/// A line of characters 20 pixels high, each 16 wide with 4 pixels of paper behind it.
@Suite struct FaintReaderTests {
    /// - Parameters:
    ///   - text: A space leaves its place without ink and without a character.
    ///   - mark: Ink of a mark in a place, as a comma's.
    private func mended(_ text: String, faint: Unicode.Scalar, _ probability: Double, at place: Int, mark: Bool = true)
        -> LineReading
    {
        var canvas = Canvas(width: 20 * text.count + 4, height: 24)
        var characters: [CharacterReading] = []
        for (index, scalar) in text.unicodeScalars.enumerated() where scalar != " " {
            canvas.fill((20 * index)..<(20 * index + 16), 2..<22)
            characters.append(
                CharacterReading(
                    scalar: scalar, confidence: 0.99, start: Double(20 * index), end: Double(20 * index + 16)))
        }
        if mark { canvas.fill((20 * place + 2)..<(20 * place + 6), 16..<24) }
        let middle = Double(20 * place + 4)
        let seen = CharacterReading(scalar: faint, confidence: probability, start: middle, end: middle)
        return FaintReader(settings: .init())
            .mended(LineReading(characters: characters, faint: [seen]), crop: canvas.image, em: 20)
    }

    @Test(arguments: ["局 财", "局 "]) func aMarkWithInkOfItsOwnIsPutIn(_ text: String) {
        let reading = mended(text, faint: "、", 0.3, at: 1)
        #expect(reading.text == text.replacing(" ", with: "、"))
        #expect(reading.confidence < 0.8)
    }

    /// Something stood there, but nobody knows what.
    @Test(arguments: [("、" as Unicode.Scalar, 0.12), ("缮", 0.3)])
    func whatIsNotSureEnoughMakesTheLineIncomplete(_ seen: Unicode.Scalar, probability: Double) {
        let reading = mended("修 。", faint: seen, probability, at: 1)
        #expect(reading.text == "修。")
        #expect(reading.confidence < 0.8)
    }

    @Test func aPlaceBetweenTwoFiguresIsDoubtful() {
        #expect(mended("4 2", faint: " ", 0.2, at: 1, mark: false).confidence < 0.8)
        #expect(mended("第 章", faint: " ", 0.2, at: 1, mark: false).confidence == 0.99)
    }

    @Test func theRestOfARulingLineIsNothing() {
        #expect(mended("率 ", faint: "|", 0.4, at: 1).confidence == 0.99)
        #expect(mended("率 ", faint: "：", 0.4, at: 1, mark: false).confidence == 0.99)
    }
}
