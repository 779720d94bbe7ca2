import ArgumentParser
import Bulk
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

    @Argument(
        help: "PDFs, folders (searched with all below them) and patterns; - reads one PDF from standard input.")
    var paths: [String] = []
    @Option(help: "The folder for the results; made if missing.") var out: String?
    @Option(help: "Also export the results, as zhibiao export does. May be given more than once.")
    var to: [String] = []
    @OptionGroup(title: "What --to writes") var export: ExportOptions
    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var reading: ReadingOptions
    @Flag(help: "Write evidence.jsonl too: for each field its place on the page, its repairs and its confidence.")
    var evidence = false
    @Option(help: "A file of corrections, exported from the page of inspect, to be put into the records.")
    var corrections: String?
    @OptionGroup(title: "Many documents") var bulk: BulkOptions
    @Flag(help: "Count documents without a form as failed, for the exit status.") var strict = false
    @Flag(help: "Say nothing but errors.") var quiet = false
    @Option(
        help: "The least level to log: trace, debug, info, notice, warning, error, critical.",
        transform: logLevel(named:))
    var logLevel: Logger.Level = .warning

    func validate() throws {
        guard !paths.isEmpty || bulk.filesFrom != nil else {
            throw ValidationError("Missing expected argument: name PDFs or folders, or give --files-from LIST.")
        }
        for place in to { _ = try export.format(of: place) }
        if bulk.watch, paths.contains("-") { throw ValidationError("--watch cannot read standard input again.") }
        guard out == nil else { return }
        guard to.isEmpty else { throw ValidationError("--to exports the results of a folder: give it with --out DIR.") }
        guard !bulk.watch else { throw ValidationError("--watch needs a place for its results: give --out DIR.") }
        guard !evidence else { throw ValidationError("--evidence needs a place for its file: give --out DIR.") }
        guard corrections == nil else {
            throw ValidationError("--corrections needs a place for results: give --out DIR.")
        }
        var isFolder: ObjCBool = false
        let isOneFile =
            paths.count == 1 && bulk.filesFrom == nil
            && !(FileManager.default.fileExists(atPath: paths[0], isDirectory: &isFolder) && isFolder.boolValue)
        guard isOneFile else {
            throw ValidationError("Folders and several files need a place for their results: give --out DIR.")
        }
    }

    func run() throws {
        let conversion = try conversionSettings()
        if !PopplerData.isInstalled {
            complain("zhibiao", "The package poppler-data is missing: text in fonts that are not embedded is garbage.")
        }
        if let out {
            try convert(into: out, conversion: conversion)
        } else {
            try convertToStandardOutput(conversion)
        }
    }

    /// All that workers need to know, read and checked here.
    private func conversionSettings() throws -> ConversionSettings {
        var settings = try reading.conversion()
        try dictionary.add(to: &settings)
        settings.givesEvidence = evidence
        settings.corrections = try corrections.map { try CorrectionFile.read($0).text }
        return settings
    }

    private func convert(into folder: String, conversion: ConversionSettings) throws {
        var volume = RunLog.Volume()
        volume.showsProgress = !quiet
        volume.showsDocuments = !quiet && logLevel <= .info
        let log = RunLog(format: bulk.logFormat, volume: volume, isTerminal: isatty(2) == 1) { StandardStreams.say($0) }
        var settings = bulk.settings(output: folder, conversion: conversion, limits: reading.limits)
        settings.readFiles = dictionary.readFiles + reading.readFiles
        let inputs = InputList(
            paths: rawPaths(paths), listFile: bulk.filesFrom, excluded: bulk.exclude.map { Array($0.utf8) })
        defer { log.end() }
        let summary: BulkSummary
        if bulk.watch {
            let watch = FolderWatch(settings: settings, settleSeconds: bulk.settleSeconds, reporter: log)
            summary = try watch.run(inputs) { summary in
                try finish(summary, folder: folder, log: log)
                return true
            }
        } else {
            summary = try BulkRun(settings: settings, reporter: log).convert(inputs, watchesSignals: true)
            try finish(summary, folder: folder, log: log)
            guard summary.isComplete else { throw ExitCode.failure }
        }
        if summary.documentsOnlyCorrected > 0 {
            complain(
                "zhibiao",
                "\(summary.documentsOnlyCorrected) documents that the corrections speak of are not among the inputs, or have "
                    + "changed since. Their corrections were not applied.")
            throw ExitCode.someFailed
        }
        if summary.hasFailed(isStrict: strict) { throw ExitCode.someFailed }
    }

    /// Says what a run came to, and exports its results.
    private func finish(_ summary: BulkSummary, folder: String, log: RunLog) throws {
        log.end()
        if !quiet {
            SummaryPrinter(folder: folder, isWatching: bulk.watch).show(summary, log: log, format: bulk.logFormat)
        }
        guard summary.isComplete || bulk.watch else { return }
        for place in to {
            let isWhole = try ResultExport(
                folder: folder, place: place, options: export, isQuiet: quiet || bulk.logFormat == .json
            ).run()
            guard isWhole else { throw ExitCode.someFailed }
        }
    }

    private func convertToStandardOutput(_ conversion: ConversionSettings) throws {
        let session = try ReadingSession(
            .indicators, conversion: conversion, limits: reading.limits.limits,
            requiresSandbox: reading.limits.requireSandbox, warn: { complain("zhibiao", $0) })
        let input = documents([paths[0]])[0]
        let sink = try TextSink(path: nil, inputs: [input] + dictionary.readFiles + reading.readFiles)
        let bar = ReadingBar(isShown: !quiet && isatty(1) == 0)
        defer { bar.clear() }
        let failures = try session.read(input) { piece in
            bar.note(piece)
            guard case .line(let line) = piece else { return }
            try sink.write(line)
            try sink.flush()
        }
        try sink.finish()
        bar.clear()
        for failure in failures { complain(failure.file, failure.message) }
        if failures.contains(where: { strict || $0.code != .noForm }) { throw ExitCode.someFailed }
    }
}

/// Reads a log level by its name.
func logLevel(named name: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: name) else {
        let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no log level \"\(name)\". Choose one of \(known).")
    }
    return level
}
