import Foundation
import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite struct RecognizerFactoryTests {
    @Test func missingEngineSaysWhatToDo() {
        let error = #expect(throws: OCRError.self) { _ = try RecognizerFactory.make(.ppocr, installation: nil) }
        #expect(error?.code == .missing)
        #expect(error?.message.contains("scripts/install-ocr") == true)
    }

    @Test func withoutPPOCRTesseractReads() throws {
        #expect(try RecognizerFactory.make(.auto, installation: nil) is TesseractRecognizer)
    }

    @Test func aCommandNeedsNoInstallation() throws {
        #expect(try RecognizerFactory.make(.command("reader"), installation: nil) is CommandRecognizer)
    }
}
