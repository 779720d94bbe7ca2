final class TesseractRecognizer: LineRecognizer {
    let name = "tesseract"
    init() throws(OCRError) { throw OCRError(.missing, "not yet") }
    func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading] { [] }
    func findLines(in image: GrayImage) throws(OCRError) -> [PixelBox]? { nil }
}
