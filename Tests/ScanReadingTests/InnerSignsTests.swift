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

@Suite struct InnerSignsTests {
    private func mended(_ text: String, _ canvas: Canvas) -> String {
        var characters = reading(text, width: canvas.width).characters
        let ink = InkMask(levelled: canvas.image)
        InnerSigns(settings: .init(), ink: ink, inked: ink.inkedColumns).mend(&characters)
        return LineReading(characters: characters).text
    }

    private func line(bars: [Int]) -> Canvas {
        var canvas = Canvas(width: 200, height: 40)
        for (index, count) in bars.enumerated() {
            canvas.fill((4 + 80 * index)..<(30 + 80 * index), 4..<36)
            canvas.lessOrEqual(at: 40 + 80 * Double(index), bars: count)
        }
        return canvas
    }

    @Test func signsWithinALineGetTheirBarsBack() {
        #expect(mended("5<x<7", line(bars: [1, 1])) == "5≤x≤7")
        #expect(mended("5<x<7", line(bars: [2, 2])) == "5≦x≦7")
    }

    @Test func signsStayWhereTheInkDoesNotShowAsMany() {
        #expect(mended("5<x<7", line(bars: [1, 0])) == "5<x<7")
        #expect(mended("5>x>7", line(bars: [1, 1])) == "5>x>7", "open to the other side")
    }
}
