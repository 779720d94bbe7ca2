import ArgumentParser
import Foundation
import Logging
import Normalize
import PDFText
import Pipeline

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Converts PDFs and folders of PDFs into indicator records.",
        discussion: """
            With --out, indicators.jsonl, forms.jsonl and failures.jsonl are written to that folder. Without it, the \
            indicator records of one file go to standard output.
            """
    )

    @Argument(help: "PDFs and folders, which are searched with all below them; - reads one PDF from standard input.")
    var paths: [String]
    @Option(help: "The folder for the results; made if missing.") var out: String?
    @Option(help: "A YAML file with words for the form dictionary, added to the built-in ones.")
    var dictionary: String?
    @OptionGroup var reading: ReadingOptions
    @Flag(help: "Say nothing but errors.") var quiet = false
    @Option(
        help: "The least level to log: trace, debug, info, notice, warning, error, critical.",
        transform: logLevel(named:))
    var logLevel: Logger.Level = .warning

    func validate() throws {
        guard out == nil else { return }
        var isFolder: ObjCBool = false
        let isOneFile =
            paths.count == 1
            && !(FileManager.default.fileExists(atPath: paths[0], isDirectory: &isFolder) && isFolder.boolValue)
        guard isOneFile else {
            throw ValidationError("Folders and several files need a place for their results: give --out DIR.")
        }
    }

    func run() throws {
        var options = ConvertOptions()
        options.password = try reading.password()
        options.pages = reading.pages
        options.ocr = reading.ocr
        options.engine = reading.ocrEngine
        options.dictionary = try formDictionary()
        if !PopplerData.isInstalled {
            complain("zhibiao", "The package poppler-data is missing: text in fonts that are not embedded is garbage.")
        }
        if let out {
            try convert(into: out, options: options)
        } else {
            try convertToStandardOutput(options: options)
        }
    }

    private func formDictionary() throws -> FormDictionary {
        guard let dictionary else { return .builtIn }
        guard let data = FileManager.default.contents(atPath: dictionary) else {
            throw ValidationError("The dictionary \(dictionary) cannot be read. Check its name.")
        }
        do {
            return try FormDictionary.builtIn(extendedBy: String(decoding: data, as: UTF8.self), name: dictionary)
        } catch {
            throw ValidationError(String(describing: error))
        }
    }

    private func convert(into folder: String, options: ConvertOptions) throws {
        var logger = Logger(label: "zhibiao") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = logLevel
        let found = InputFinder().find(paths)
        let progress = Progress(total: found.inputs.count, isShown: !quiet)
        let start = ContinuousClock.now
        let output = try OutputFolder(path: folder)
        let summary = try BulkConverter(options: options).convert(found, to: output) { input, result in
            progress.step(input.name)
            logger.info("\(input.name): \(result.pages) pages, \(result.forms) forms, \(result.indicators) records")
        }
        progress.end()
        if !quiet { SummaryPrinter(folder: folder).show(summary, seconds: start.duration(to: .now)) }
        if !summary.failures.isEmpty { throw ExitCode.someFailed }
    }

    private func convertToStandardOutput(options: ConvertOptions) throws {
        let input = paths[0] == "-" ? InputFile.standardInput : InputFile.path(paths[0])
        let result = try DocumentConverter(options: options).convert(input) { form, document, ordinal in
            var lines = JSONWriter()
            for line in form.indicatorLines(in: document, ordinal: ordinal) { lines.writeLine(line) }
            try FileHandle.standardOutput.write(contentsOf: lines.bytes)
        }
        for failure in result.failures { complain(failure.file, failure.message) }
        if !result.failures.isEmpty { throw ExitCode.someFailed }
    }
}

/// Reads a log level by its name.
private func logLevel(named name: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: name) else {
        let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no log level \"\(name)\". Choose one of \(known).")
    }
    return level
}
