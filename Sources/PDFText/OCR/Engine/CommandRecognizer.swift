final class CommandRecognizer: LineRecognizer {
    let name = "command"
    init(commandLine: String) throws(OCRError) { throw OCRError(.missing, "not yet") }
    func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading] { [] }
    func findLines(in image: GrayImage) throws(OCRError) -> [PixelBox]? { nil }
}
