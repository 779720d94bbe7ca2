import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct SignReaderTests {
    /// A character alone in its cell, with a ring as its ink; the line is 20 pixels high.
    private func mended(_ text: Unicode.Scalar, _ confidence: Double, or other: Unicode.Scalar, height: Int = 10)
        -> LineReading
    {
        var canvas = Canvas(width: 30, height: 24)
        canvas.fill(8..<(8 + height), 4..<(4 + height))
        canvas.fill(10..<(6 + height), 6..<(2 + height), level: 255)
        let character = CharacterReading(
            scalar: text, confidence: confidence, start: 8, end: 18,
            alternatives: [.init(scalar: other, probability: 0.06)])
        return SignReader(settings: OCRSettings())
            .mended(LineReading(characters: [character]), crop: canvas.image, em: 20)
    }

    @Test func aLetterThatMayBeASignIsTheSign() {
        #expect(mended("N", 0.33, or: "≤").text == "≤")
        #expect(mended("N", 0.33, or: "≤").confidence < 0.5)
        #expect(mended("N", 0.33, or: "M").text == "N")
        #expect(mended("N", 0.7, or: "≤").text == "N")
    }

    @Test func aSmallRingAloneIsAFullStop() {
        #expect(mended("o", 0.49, or: "。").text == "。")
        #expect(mended("o", 0.49, or: "。", height: 18).text == "o")
        #expect(mended("o", 0.49, or: "a").text == "o")
    }
}
