import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

/// What was read beside all detected lines, on a page with characters 20 pixels high.
@Suite struct UndetectedTextTests {
    private func isText(_ text: String, width: Int, height: Int, confidence: Double = 0.95) -> Bool {
        let characters = text.unicodeScalars.map {
            CharacterReading(scalar: $0, confidence: confidence, start: 0, end: 10)
        }
        return UndetectedText(settings: .init(), characterHeight: 20).isText(
            LineReading(characters: characters), at: PixelBox(x0: 50, y0: 50, x1: 50 + width, y1: 50 + height))
    }

    @Test func theDashOfAnEmptyCellIsText() {
        #expect(isText("-", width: 6, height: 2, confidence: 0.5))
        #expect(isText("—", width: 20, height: 2, confidence: 0.5))
        // A hair on the glass.
        #expect(!isText("-", width: 60, height: 2))
    }

    @Test func aLoneFigureIsText() {
        #expect(isText("0", width: 10, height: 16))
        #expect(isText("10", width: 20, height: 16))
        #expect(!isText("0", width: 10, height: 16, confidence: 0.6))
    }

    @Test func aFoldIsNoOneAndASpeckNoPoint() {
        #expect(!isText("1", width: 2, height: 18))
        #expect(!isText(".", width: 6, height: 6))
        #expect(!isText("e", width: 14, height: 14))
    }

    @Test func penStrokesReadAsWordsAreNoText() {
        #expect(!isText("/>L", width: 100, height: 30))
        #expect(!isText("MiVn", width: 100, height: 30, confidence: 0.7))
        #expect(isText("年度总体目标", width: 130, height: 20))
    }
}
