import ArgumentParser
import Bulk
import Export
import Foundation
import Normalize
import Pipeline
import Review
import ScanReading

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Makes a report of a run: figures at a glance, what must be looked at, a search over all records.",
        discussion: "Open index.html of the folder in a browser; no server is needed.")

    /// Which documents get a page of their own, as inspect makes it.
    enum Pages: String, CaseIterable, ExpressibleByArgument {
        case doubtful
        case all
        case none
    }

    @Argument(help: "The folder behind --out of convert.") var folder: String
    @Option(help: "The folder for the report; made if missing.") var out: String
    @Option(help: "Documents that get their page: doubtful, all or none. They are read again where they lie.")
    var pages = Pages.doubtful
    @Option(help: "The share of sure rows that are drawn for a look, such as 2%.", transform: share(named:))
    var sample = 0.0
    @Option(help: "The language in which the report begins, zh or en.") var lang = HeaderLanguage.zh
    @Option(help: "Read pages by their pictures: auto, always or never, as convert was told.") var ocr = OCRMode.auto
    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var limits: LimitOptions

    func run() throws {
        let results = try RunResults(folder: folder)
        var site = try ReportSite(folder: out, sample: sample)
        let damaged = try results.forEachLine { stream, line in
            guard let line = try? JSONReader.value(of: line) else { return }
            switch stream {
            case .forms: try site.add(form: line)
            case .indicators: try site.add(indicator: line)
            case .failures: site.add(failure: line)
            case .evidence: break
            }
        }
        site.close()
        let (made, missing) = try makePages(of: site)
        try site.finish(language: lang, pages: made)
        for name in damaged { complain(name, "Its lines are damaged and left out. Run convert again.") }
        for name in missing { complain(name, "It cannot be read any more, or has changed: it has no page of its own.") }
        if !damaged.isEmpty || !missing.isEmpty { throw ExitCode.someFailed }
    }

    /// Writes the pages of documents.
    ///
    /// - Returns: The hashes of those that have one, and the names of those that could not be read.
    private func makePages(of site: ReportSite) throws -> (made: Set<String>, missing: [String]) {
        let wanted = site.documents.filter { pages == .all || pages == .doubtful && $0.isDoubtful }
        guard !wanted.isEmpty else { return ([], []) }
        try TextSink.makeFolder(out + "/pages")
        var conversion = ConversionSettings(password: EnvironmentSecret.take("ZHIBIAO_PASSWORD"))
        conversion.ocr = ocr
        try dictionary.add(to: &conversion)
        let session = try ReadingSession(
            .inspection, conversion: conversion, limits: limits.limits, requiresSandbox: limits.requireSandbox,
            warn: { complain("zhibiao", $0) })
        var made: Set<String> = []
        var missing: [String] = []
        for document in wanted where !made.contains(document.sha256) {
            let sink = try TextSink(path: "\(out)/\(ReportSite.pageName(sha256: document.sha256))")
            try sink.write(DocumentInspector.beginning(lang))
            let failures = try session.read(.path(document.file)) { piece in
                if case .markup(let markup) = piece { try sink.write(markup) }
            }
            guard failures.isEmpty else {
                missing.append(document.file)
                continue
            }
            try sink.finish()
            made.insert(document.sha256)
        }
        return (made, missing)
    }
}

/// Reads "2%" or "0.02".
private func share(named text: String) throws -> Double {
    let isPercent = text.hasSuffix("%")
    guard let figure = Double(isPercent ? String(text.dropLast()) : text) else {
        throw ValidationError("--sample needs a share such as 2%.")
    }
    let share = isPercent ? figure / 100 : figure
    guard (0...1).contains(share) else { throw ValidationError("--sample needs a share from 0% to 100%.") }
    return share
}
