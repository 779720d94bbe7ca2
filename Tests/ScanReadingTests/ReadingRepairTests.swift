import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite struct ComparatorShapeTests {
    typealias Line = [(x: Double, y: Double)]

    private func sign(_ lines: [Line]) -> Unicode.Scalar? {
        var canvas = Canvas(width: 40, height: 48)
        for line in lines { canvas.stroke(line) }
        let ink = canvas.pixels.map { $0 == 0 }
        let rows = (0..<48).filter { y in ink[(y * 40)..<(y * 40 + 40)].contains(true) }
        let columns = (0..<40).filter { x in (0..<48).contains { ink[$0 * 40 + x] } }
        guard let top = rows.first, let bottom = rows.last, let left = columns.first, let right = columns.last else {
            return nil
        }
        let part = (top...bottom).flatMap { ink[($0 * 40 + left)...($0 * 40 + right)] }
        return ComparatorShape(settings: .init())
            .sign(in: InkMask(width: right - left + 1, height: bottom - top + 1, isInk: part))
    }

    private static let greater: Line = [(6, 4), (34, 15), (6, 26)]
    private static let less: Line = [(34, 4), (6, 15), (34, 26)]
    private static let bar: Line = [(6, 33), (34, 33)]
    private static let secondBar: Line = [(6, 41), (34, 41)]

    @Test func signsAreTold() {
        #expect(sign([Self.greater]) == ">")
        #expect(sign([Self.less]) == "<")
        #expect(sign([Self.greater, Self.bar]) == "≥")
        #expect(sign([Self.less, Self.bar]) == "≤")
        #expect(sign([Self.greater, Self.bar, Self.secondBar]) == "≧")
        #expect(sign([Self.less, Self.bar, Self.secondBar]) == "≦")
        #expect(sign([[(6, 12), (34, 12)], [(6, 22), (34, 22)]]) == "=")
        #expect(sign([[(4, 12), (36, 12)], [(4, 20), (36, 20)]]) == "=", "a wide one is lower for its width")
    }

    @Test func aBarThatSlantsIsToldToo() {
        #expect(sign([Self.greater, [(6, 38), (34, 28)]]) == "≥")
    }

    @Test func otherCharactersAreNone() {
        let two: Line = [(8, 10), (13, 5), (22, 5), (27, 11), (25, 18), (7, 38), (29, 38)]
        #expect(sign([two]) == nil)
        #expect(sign([[(6, 6), (30, 6), (6, 38), (30, 38)]]) == nil, "Z")
        #expect(sign([[(11, 10), (29, 10)], [(4, 36), (36, 36)]]) == nil, "二")
        #expect(sign([[(8, 6), (32, 6)], [(10, 20), (30, 20)], [(4, 36), (36, 36)]]) == nil, "三")
        #expect(sign([[(4, 20), (36, 20)]]) == nil, "一")
    }
}

@Suite struct LoneMarkTests {
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

@Suite struct FigureReaderTests {
    private func mended(_ text: String, at place: Int, _ digit: Unicode.Scalar, _ probability: Double) -> String {
        var characters = text.unicodeScalars.enumerated().map {
            CharacterReading(scalar: $1, confidence: 0.6, start: Double($0), end: Double($0 + 1))
        }
        characters[place].alternatives = [.init(scalar: digit, probability: probability)]
        let blank = Canvas(width: 40, height: 20).image
        return FigureReader(settings: .init()).mended(LineReading(characters: characters), crop: blank).text
    }

    /// A 0 that is the upper ring of the percent sign behind it is none.
    @Test(arguments: [(16, "9%"), (40, "90%")]) func aRingIsNoDigit(height: Int, text: String) {
        var canvas = Canvas(width: 60, height: 40)
        canvas.fill(0..<18, 0..<40)
        canvas.fill(24..<32, 0..<height)
        canvas.fill(36..<54, 0..<40)
        let places = [("9", 0..<18), ("0", 22..<34), ("%", 36..<54)] as [(Unicode.Scalar, Range<Int>)]
        let characters = places.map {
            CharacterReading(
                scalar: $0, confidence: 0.9, start: Double($1.lowerBound), end: Double($1.upperBound))
        }
        let mended = FigureReader(settings: .init()).mended(LineReading(characters: characters), crop: canvas.image)
        #expect(mended.text == text)
    }

    @Test func aLetterAmongFiguresBecomesTheDigitThatWasSeenToo() {
        #expect(mended("1O0%", at: 1, "0", 0.3) == "100%")
        #expect(mended("≥9S", at: 2, "5", 0.3) == "≥95")
    }

    @Test func nothingIsReplacedThatTheEngineDidNotSee() {
        #expect(mended("1O0%", at: 1, "0", 0.05) == "1O0%")
        #expect(mended("1O0%", at: 1, "口", 0.3) == "1O0%")
    }

    @Test func wordsAreLeftAlone() {
        #expect(mended("DIP", at: 1, "1", 0.4) == "DIP")
        #expect(mended("完O成", at: 1, "0", 0.4) == "完O成")
    }
}
