public import ArgumentParser
import Bulk
public import Export
import Foundation
import Normalize
import Pipeline

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes results as CSV, as a workbook, or into a database.",
        discussion: """
            The ending of --to names the format: .xlsx, .csv (the indicators), a folder such as tables/ (all tables as \
            CSV), .sqlite or .db, .sql (a script for PostgreSQL's psql), .parquet (the indicators, by DuckDB). A URL \
            postgresql://… names a PostgreSQL database, whose password comes from the file that PGPASSFILE names, or from \
            PGPASSWORD. A database that is there is brought up to date. \
            Results of a run that is going on or was broken off are exported as far as they are.
            """)

    @Argument(help: "The folder behind --out of convert.") var folder: String
    @Option(help: "What to write: its ending names the format, or a URL a database.") var to: String
    @OptionGroup var options: ExportOptions
    @Flag(help: "Say nothing but errors.") var quiet = false

    func validate() throws { _ = try options.format(of: to) }

    func run() throws {
        let export = ResultExport(folder: folder, place: to, options: options, isQuiet: quiet)
        guard try export.run() else { throw ExitCode.someFailed }
    }
}

/// How results are written.
struct ExportOptions: ParsableArguments {
    @Option(help: "The language of headers and sheets, zh or en; zh in a workbook, en in CSV if left out.")
    var lang: HeaderLanguage?
    @Option(help: "The encoding of CSV: utf-8 (with a mark), or gb18030 for older programs.")
    var encoding: TextEncoding?
    @Flag(help: "In CSV, leave texts as they are that a spreadsheet would run as formulas.") var rawText = false

    /// - Throws: `ValidationError` when there is no such format, or when it has no use for an option.
    func format(of path: String) throws -> ResultFormat {
        guard let format = ResultFormat(path: path) else {
            throw ValidationError(
                "There is no format for \(path). Let it end in .xlsx, .csv, in .sqlite, .db, .sql or .parquet, in / for a folder, or be a URL postgresql://…"
            )
        }
        if case .database(let address) = format, address.holdsPassword {
            throw ValidationError(
                "Other users of this machine see a password on the command line. Put it into the file that PGPASSFILE "
                    + "names, or into PGPASSWORD, and leave it out of the URL.")
        }
        guard format.isCSV || (encoding == nil && !rawText) else {
            throw ValidationError("--encoding and --raw-text are for CSV.")
        }
        guard format.isCSV || format == .xlsx || lang == nil else {
            throw ValidationError("--lang is for CSV and workbooks: databases have the English names.")
        }
        return format
    }

    var resultOptions: ResultOptions {
        var options = ResultOptions()
        options.language = lang
        options.encoding = encoding ?? .utf8
        options.guardsFormulas = !rawText
        return options
    }
}

extension HeaderLanguage: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {}

extension OutputFolder.Stream {
    /// Nil for what is no result.
    var table: ResultTable.Stream? {
        switch self {
        case .indicators: .indicators
        case .forms: .forms
        case .failures: .failures
        case .evidence: nil
        }
    }
}
