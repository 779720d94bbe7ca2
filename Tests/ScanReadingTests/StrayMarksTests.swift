import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

/// Marks beside a figure whose characters are 30 pixels high.
@Suite struct StrayMarksTests {
    private let figure = PixelBox(x0: 100, y0: 100, x1: 190, y1: 130)

    private func isStray(_ text: String, _ box: PixelBox, confidence: Double = 0.9) -> Bool {
        let characters = text.unicodeScalars.map {
            CharacterReading(scalar: $0, confidence: confidence, start: 0, end: 10)
        }
        return StrayMarks(settings: .init(), characterHeight: 30)
            .isStray(LineReading(characters: characters), at: box, among: [figure, box])
    }

    @Test func noLetterOrDigitIsAsLowAsADot() {
        #expect(isStray("A", PixelBox(x0: 200, y0: 118, x1: 212, y1: 126), confidence: 0.96))
        #expect(isStray("1", PixelBox(x0: 200, y0: 118, x1: 212, y1: 126), confidence: 0.96))
        #expect(!isStray("-", PixelBox(x0: 200, y0: 118, x1: 212, y1: 122)))
        #expect(!isStray("a", PixelBox(x0: 200, y0: 114, x1: 212, y1: 130)))
    }

    @Test func aHairlineIsNoLetter() {
        #expect(isStray("i", PixelBox(x0: 200, y0: 100, x1: 201, y1: 130), confidence: 0.91))
        #expect(!isStray("1", PixelBox(x0: 200, y0: 100, x1: 204, y1: 130)))
    }

    @Test func aFlatStrokeIsNoCharacter() {
        #expect(isStray("小", PixelBox(x0: 90, y0: 140, x1: 110, y1: 146)))
        #expect(!isStray("小", PixelBox(x0: 90, y0: 140, x1: 118, y1: 168)))
        #expect(!isStray("一", PixelBox(x0: 90, y0: 150, x1: 116, y1: 154)))
        #expect(isStray("一", PixelBox(x0: 90, y0: 150, x1: 101, y1: 164)), "its one stroke lies flat")
    }

    @Test func aSmallChevronAwayFromAnyFigureIsNoSign() {
        #expect(isStray(">", PixelBox(x0: 196, y0: 78, x1: 209, y1: 94)))
        #expect(!isStray(">", PixelBox(x0: 80, y0: 107, x1: 93, y1: 123)))
        // In a narrow column the sign stands above its figure.
        #expect(!isStray(">", PixelBox(x0: 140, y0: 70, x1: 153, y1: 86)))
        // Signs may have a column of their own.
        #expect(!isStray(">", PixelBox(x0: 400, y0: 103, x1: 424, y1: 127)))
        #expect(!isStray("≥", PixelBox(x0: 400, y0: 108, x1: 415, y1: 124)))
    }

    @Test func lowInkReadDoubtfullyAsLettersIsNoText() {
        #expect(isStray("W:", PixelBox(x0: 90, y0: 140, x1: 110, y1: 152), confidence: 0.3))
        #expect(!isStray("m", PixelBox(x0: 90, y0: 140, x1: 110, y1: 152)))
        #expect(!isStray("-", PixelBox(x0: 90, y0: 140, x1: 110, y1: 144), confidence: 0.3))
    }

    /// On a page with a lying and a standing ruling line.
    private func isLeftOfRuling(_ text: String, _ box: PixelBox) -> Bool {
        let characters = text.unicodeScalars.map {
            CharacterReading(scalar: $0, confidence: 0.95, start: 0, end: 10)
        }
        let rulings = [
            RulingLine(axis: .horizontal, position: 100, start: 20, end: 200, thickness: 1, origin: .pixels),
            RulingLine(axis: .vertical, position: 100, start: 20, end: 200, thickness: 1, origin: .pixels),
        ]
        return StrayMarks(settings: .init(), characterHeight: 30, rulings: rulings, pointsPerPixel: 0.5)
            .isStray(LineReading(characters: characters), at: box, among: [box])
    }

    @Test func whatIsLeftOfARulingLineIsNoDash() {
        #expect(isLeftOfRuling("一", PixelBox(x0: 410, y0: 198, x1: 436, y1: 202)), "beyond its end")
        #expect(isLeftOfRuling("-—", PixelBox(x0: 210, y0: 198, x1: 246, y1: 202)))
        #expect(!isLeftOfRuling("一", PixelBox(x0: 210, y0: 228, x1: 236, y1: 232)))
        #expect(!isLeftOfRuling("一", PixelBox(x0: 510, y0: 198, x1: 536, y1: 202)))
    }

    @Test func whatIsLeftOfAStandingLineIsNoDigit() {
        #expect(isLeftOfRuling("1", PixelBox(x0: 197, y0: 300, x1: 203, y1: 330)))
        #expect(!isLeftOfRuling("1", PixelBox(x0: 230, y0: 300, x1: 236, y1: 330)))
        #expect(!isLeftOfRuling("7", PixelBox(x0: 190, y0: 300, x1: 206, y1: 330)))
    }

    @Test func aDashedLineIsNoText() {
        #expect(isStray("-—-—", PixelBox(x0: 200, y0: 118, x1: 290, y1: 122)))
        #expect(!isStray("——", PixelBox(x0: 200, y0: 118, x1: 260, y1: 122)))
    }
}
