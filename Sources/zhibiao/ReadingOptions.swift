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

    @OptionGroup var limits: LimitOptions

    /// What no output may take the place of.
    var readFiles: [InputFile] { passwordFile.map { [.path($0)] } ?? [] }

    /// What every stage needs to know of one document.
    ///
    /// - Throws: `UsageError` when the password file cannot be read.
    func conversion() throws -> ConversionSettings {
        var settings = ConversionSettings(password: try password(), pages: pages?.description)
        settings.ocr = ocr
        settings.engine = ocrEngine
        return settings
    }

    /// Starts a worker that reads documents.
    func session(
        _ purpose: ReadingSession.Purpose, dictionary: DictionaryOption? = nil
    ) throws -> ReadingSession {
        var conversion = try conversion()
        try dictionary?.add(to: &conversion)
        return try ReadingSession(
            purpose, conversion: conversion, limits: limits.limits, requiresSandbox: limits.requireSandbox,
            warn: { complain("zhibiao", $0) })
    }

    /// Nil when no password was given.
    ///
    /// - Throws: `UsageError` when the password file cannot be read.
    func password() throws -> String? {
        guard let passwordFile else { return EnvironmentSecret.take("ZHIBIAO_PASSWORD") }
        guard let data = FileManager.default.contents(atPath: passwordFile) else {
            throw UsageError("The password file \(passwordFile) cannot be read. Check its name.")
        }
        let line = data.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(decoding: line, as: UTF8.self)
    }
}

/// What a document may cost, and whether there must be a sandbox.
struct LimitOptions: ParsableArguments {
    @Option(help: "Seconds that a document may take.") var documentSeconds = BulkLimits().documentSeconds
    @Option(help: "Seconds that a page may take.") var pageSeconds = BulkLimits().pageSeconds
    @Option(help: "Megabytes that a worker may use; 0 for no limit.") var memoryMb = BulkLimits().memoryMegabytes
    @Option(help: "Megabytes of lines that a document may give.") var outputMb = BulkLimits().outputMegabytes
    @Flag(help: "Read nothing where the system has no whole sandbox; see zhibiao doctor.") var requireSandbox = false

    func validate() throws {
        guard documentSeconds > 0, pageSeconds > 0 else { throw ValidationError("A time limit must be above zero.") }
        guard memoryMb == 0 || memoryMb >= 128 else {
            throw ValidationError("With less than 128 MB no document can be converted. Raise --memory-mb.")
        }
        guard (1...1 << 20).contains(outputMb) else { throw ValidationError("--output-mb needs a number from 1.") }
    }

    var limits: BulkLimits {
        var limits = BulkLimits()
        limits.documentSeconds = documentSeconds
        limits.pageSeconds = pageSeconds
        limits.memoryMegabytes = memoryMb
        limits.outputMegabytes = outputMb
        return limits
    }
}

extension PageSelection: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension OCRMode: ExpressibleByArgument {}

/// Reads the name of an engine.
func engine(named name: String) throws -> OCREngine {
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

/// The documents that arguments name; - is standard input.
func documents(_ arguments: [String]) -> [InputFile] { rawPaths(arguments).map(InputList.document) }
