public import ArgumentParser
import Bulk
import Export
import Foundation
import Normalize
import PDFText
import PageModel
public import Pipeline
public import ScanReading

/// Options of every command that reads PDFs.
struct ReadingOptions: ParsableArguments {
    @Option(help: "Pages to read, such as 1-3,7 or 5-; all if left out.") var pages: PageSelection?
    @Option(help: "A file whose first line is the password; else the variable ZHIBIAO_PASSWORD.")
    var passwordFile: String?
    @Option(help: "Read pages by their pictures: where the file has no text to trust, always, or never.")
    var ocr = OCRMode.auto
    @Option(
        help: "What reads pictures: auto, ppocr, tesseract, or command:PROGRAM with its arguments.",
        transform: engine(named:))
    var ocrEngine = OCREngine.auto

    /// What every stage needs to know of one document.
    ///
    /// - Throws: `ValidationError` when the password file cannot be read.
    func options() throws -> ConvertOptions {
        var options = ConvertOptions(password: try password(), pages: pages)
        options.ocr = ocr
        options.engine = ocrEngine
        return options
    }

    /// Nil when no password was given.
    ///
    /// - Throws: `UsageError` when the password file cannot be read.
    func password() throws -> String? {
        guard let passwordFile else { return ProcessInfo.processInfo.environment["ZHIBIAO_PASSWORD"] }
        guard let data = FileManager.default.contents(atPath: passwordFile) else {
            throw UsageError("The password file \(passwordFile) cannot be read. Check its name.")
        }
        let line = data.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(decoding: line, as: UTF8.self)
    }
}

extension PageSelection: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension OCRMode: ExpressibleByArgument {}

/// Reads the name of an engine.
private func engine(named name: String) throws -> OCREngine {
    guard let engine = OCREngine(argument: name) else {
        throw ValidationError("There is no engine \"\(name)\". Choose auto, ppocr, tesseract or command:PROGRAM.")
    }
    return engine
}

extension TableFormat: ExpressibleByArgument {}

/// Says on standard error what is wrong with one file.
func complain(_ file: String, _ message: String) {
    StandardStreams.say("\(file): \(message)".shown + "\n")
}

/// Says on standard error what of a page could not be read.
func complain(_ file: String, of page: PageContent) {
    for note in page.notes where note.code.isLoss { complain(file, "Page \(page.number): \(note.message)") }
}

extension InputFile {
    /// The input that an argument names; - is standard input.
    init(argument: String) { self = argument == "-" ? .standardInput : .path(argument) }
}
