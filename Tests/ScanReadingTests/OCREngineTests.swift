import Foundation
import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite struct OCREngineTests {
    @Test(arguments: [
        ("auto", OCREngine.auto), ("ppocr", .ppocr), ("tesseract", .tesseract),
        ("command:reader --fast", .command("reader --fast")),
    ])
    func argumentIsUnderstood(argument: String, engine: OCREngine) {
        #expect(OCREngine(argument: argument) == engine)
    }

    @Test(arguments: ["", "PPOCR", "command", "command:", "command:  "])
    func otherArgumentsAreNot(argument: String) {
        #expect(OCREngine(argument: argument) == nil)
    }
}
