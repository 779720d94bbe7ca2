import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct TesseractRepairTests {
    /// A line 40 pixels high with black blocks at some columns, one for each character but spaces.
    private func mended(_ text: String, _ blocks: [(xs: Range<Int>, ys: Range<Int>)]) -> LineReading {
        var canvas = Canvas(width: 240, height: 40)
        for block in blocks { canvas.fill(block.xs, block.ys) }
        let step = 200.0 / Double(text.unicodeScalars.count)
        let characters = text.unicodeScalars.enumerated().map {
            CharacterReading(
                scalar: $1, confidence: 0.9, start: 10 + Double($0) * step, end: 10 + Double($0 + 1) * step)
        }
        return TesseractRepair(settings: .init())
            .mended(LineReading(characters: characters), crop: canvas.image)
    }

    private func digits(from first: Int, count: Int, step: Int) -> [(xs: Range<Int>, ys: Range<Int>)] {
        (0..<count).map { ((first + $0 * step)..<(first + $0 * step + 12), 6..<34) }
    }

    @Test func aSpaceInsideAFigureGoesAndOneBetweenFiguresStays() {
        #expect(mended("1 00", digits(from: 10, count: 3, step: 20)).text == "100")
        #expect(mended("1 00", [(10..<22, 6..<34)] + digits(from: 60, count: 2, step: 20)).text == "1 00")
    }

    @Test func thePaperBehindAWideSignIsNoSpaceInTheFigure() {
        let sign: [(xs: Range<Int>, ys: Range<Int>)] = [(10..<40, 14..<18), (10..<40, 24..<28)]
        var canvas = Canvas(width: 160, height: 40)
        for block in sign + digits(from: 70, count: 3, step: 20) { canvas.fill(block.xs, block.ys) }
        let starts: [(Unicode.Scalar, Double)] = [("＝", 10), ("1", 70), (" ", 82), ("0", 92), ("0", 110)]
        let characters = starts.map {
            CharacterReading(scalar: $0, confidence: 0.9, start: $1, end: $0 == "＝" ? 40 : $1 + 10)
        }
        let mended = TesseractRepair(settings: .init())
            .mended(LineReading(characters: characters), crop: canvas.image)
        #expect(mended.text == "＝100")
    }

    /// A gap between the boxes would come out as a space.
    @Test func digitsOfAFigureStandSideBySide() {
        var canvas = Canvas(width: 120, height: 40)
        for block in digits(from: 10, count: 2, step: 16) { canvas.fill(block.xs, block.ys) }
        let characters = [
            CharacterReading(scalar: "1", confidence: 0.9, start: 8, end: 14),
            CharacterReading(scalar: "2", confidence: 0.9, start: 30, end: 40),
        ]
        let mended = TesseractRepair(settings: .init())
            .mended(LineReading(characters: characters), crop: canvas.image)
        #expect(mended.characters[0].end == mended.characters[1].start)
    }

    @Test func twoPointsOverEachOtherAreAColon() {
        let word: [(xs: Range<Int>, ys: Range<Int>)] = [(10..<46, 4..<36), (50..<86, 4..<36)]
        #expect(mended("日期;", word + [(96..<101, 14..<19), (96..<101, 29..<34)]).text == "日期:")
        #expect(mended("日期;", word + [(96..<101, 14..<19), (96..<101, 28..<39)]).text == "日期;")
        #expect(mended("日期，", word + [(96..<101, 29..<38)]).text == "日期，")
    }

    @Test func bracketsReadAsQuotationMarksAreBrackets() {
        #expect(mended("单位〈盖章)", []).text == "单位（盖章)")
        #expect(mended("《条例》(试行)", []).text == "《条例》(试行)")
    }

    @Test func aBracketThatWasPassedOverComesBack() {
        var canvas = Canvas(width: 120, height: 40)
        canvas.stroke([(18, 5), (11, 14), (11, 26), (18, 35)])
        canvas.fill(40..<60, 6..<34)
        let characters = [
            CharacterReading(scalar: "B", confidence: 0.9, start: 12, end: 60),
            CharacterReading(scalar: ")", confidence: 0.9, start: 60, end: 80),
        ]
        func text(_ picture: GrayImage) -> String {
            TesseractRepair(settings: .init())
                .mended(LineReading(characters: characters), crop: picture).text
        }
        #expect(text(canvas.image) == "（B)")
        var upright = Canvas(width: 120, height: 40)
        upright.fill(11..<15, 5..<35)
        upright.fill(40..<60, 6..<34)
        #expect(text(upright.image) == "B)", "a straight stroke is none")
    }
}
