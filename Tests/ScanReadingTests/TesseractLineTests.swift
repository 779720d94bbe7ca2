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

@Suite struct LoneSignTests {
    @Test func aSignWithTwoBarsAloneIsTold() throws {
        var canvas = Canvas(width: 40, height: 44)
        // The chevron runs into the upper bar, as in small print.
        canvas.stroke([(6, 6), (34, 14), (6, 24)], width: 4)
        canvas.stroke([(6, 29), (34, 25)], width: 4)
        canvas.stroke([(6, 37), (34, 37)], width: 4)
        let lead = try #require(LeadingSign(in: canvas.image, settings: .init()))
        #expect(lead.sign == "≧")
        #expect(lead.isAlone)
    }

    @Test func aSignBeforeAFigureIsNotAlone() throws {
        var canvas = Canvas(width: 120, height: 40)
        canvas.lessOrEqual(at: 6)
        canvas.fill(50..<66, 4..<36)
        #expect(try #require(LeadingSign(in: canvas.image, settings: .init())).isAlone == false)
    }
}
