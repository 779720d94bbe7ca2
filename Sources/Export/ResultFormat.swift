internal import Normalize
package import Pipeline

/// How results are written where a format leaves a choice.
package struct ResultOptions: Hashable, Sendable {
    /// Of headers and sheets; nil for the format's own: Chinese in a workbook, English in CSV.
    package var language: HeaderLanguage?
    /// Of CSV.
    package var encoding = TextEncoding.utf8
    /// Whether CSV keeps texts from being run by a spreadsheet.
    package var guardsFormulas = true

    package init() {}
}

/// What results can be written to.
package enum ResultFormat: Hashable, Sendable {
    /// A file with the indicators.
    case csv
    /// A folder with a file for each table.
    case csvFolder
    case xlsx
    case sqlite
    /// A script for psql.
    case postgres
    /// A PostgreSQL database.
    case database(PostgresAddress)
    /// A file with the indicators.
    case parquet

    /// The format that a path names by its ending; nil when there is none for it.
    package init?(path: String) {
        if let address = PostgresAddress(path) {
            self = .database(address)
            return
        }
        if TextSink.isFolder(path) {
            self = .csvFolder
            return
        }
        switch TextSink.ending(of: path) {
        case "csv": self = .csv
        case "xlsx": self = .xlsx
        case "sqlite", "sqlite3", "db": self = .sqlite
        case "sql": self = .postgres
        case "parquet": self = .parquet
        default: return nil
        }
    }

    package var isCSV: Bool { self == .csv || self == .csvFolder }

    /// - Parameter inputs: Files that must not be written over or into.
    /// - Throws: `OutputError` when the path cannot be written.
    package func exporter(
        path: String, inputs: [InputFile], options: ResultOptions = ResultOptions()
    ) throws(OutputError) -> any ResultExporter {
        switch self {
        case .csv, .csvFolder:
            return try CSVResultExporter(path: path, isFolder: self == .csvFolder, inputs: inputs, options: options)
        case .xlsx: return try XLSXResultExporter(path: path, inputs: inputs, language: options.language ?? .zh)
        case .sqlite: return try SQLiteResultExporter(path: path, inputs: inputs)
        case .postgres: return try PostgresExporter(PostgresScript(path: path, inputs: inputs))
        case .database(let address):
            return try PostgresExporter(PostgresConnection(address, library: PostgresLibrary()))
        case .parquet: return try ParquetResultExporter(path: path, inputs: inputs)
        }
    }
}

/// Takes lines of results and has their rows written.
package struct ResultLines {
    private var rows = ResultRows()
    private var exporter: any ResultExporter

    package init(_ exporter: any ResultExporter) { self.exporter = exporter }

    /// - Throws: `OutputError` for a line that is none of results, or a row that cannot be written.
    package mutating func add(_ line: [UInt8], to stream: ResultTable.Stream) throws(OutputError) {
        guard let value = try? JSONReader.value(of: line) else {
            throw OutputError(
                description: "A line of the results is damaged: "
                    + "\(String(decoding: line.prefix(shownBytes), as: UTF8.self).shown)… Convert the documents again.")
        }
        do {
            try rows.forEach(of: value, in: stream) { table, row in try exporter.add(row, to: table) }
        } catch let error as OutputError {
            throw error
        } catch {
            throw OutputError(description: "\(error)")
        }
    }

    package mutating func finish() throws(OutputError) -> ExportSummary { try exporter.finish() }

    /// So much of a line is shown.
    private var shownBytes: Int { 80 }
}
