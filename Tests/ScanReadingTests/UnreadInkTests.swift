import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct UnreadInkTests {
    /// A line of characters 40 pixels high, digits half as wide; those in brackets are printed and not read.
    private func isLeft(_ text: String, pitch: Double = 1) -> Bool {
        var canvas = Canvas(width: 400, height: 48)
        var characters: [CharacterReading] = []
        var x = 4.0
        var isRead = true
        for scalar in text.unicodeScalars {
            if "[]".unicodeScalars.contains(scalar) {
                isRead = scalar == "]"
                continue
            }
            let width = (scalar.isIdeograph ? 40.0 : 20) * pitch
            let top = scalar == "." ? 36 : 6
            canvas.fill(Int(x) + 3..<Int(x + width) - 3, top..<42)
            if isRead {
                characters.append(CharacterReading(scalar: scalar, confidence: 0.99, start: x, end: x + width))
            }
            x += width
        }
        return UnreadInk(settings: .init()).isLeft(
            by: ReadLine(reading: LineReading(characters: characters), crop: canvas.image, em: 40))
    }

    @Test(arguments: ["30000", "12.5%", "补偿比62.28", "完成", "1"]) func aLineReadInFullLeavesNone(_ text: String) {
        #expect(!isLeft(text))
    }

    @Test(arguments: ["3[00]00", "30000[0]", "[3]0000", "1[2]5", "补偿比6[2]28"]) func aDigitPassedOverIsLeft(
        _ text: String
    ) {
        #expect(isLeft(text))
    }

    @Test(arguments: ["实[际]补偿", "实际补偿比[同比]提升", "实[际补偿]比"]) func ideographsPassedOverAreLeft(_ text: String) {
        #expect(isLeft(text))
    }

    @Test func aPointPassedOverIsNoDigit() { #expect(!isLeft("12[.]5")) }
}
