internal import Foundation
internal import Pipeline

/// The indicators as Parquet, which DuckDB's command makes of a CSV file beside it: there is no code for it here.
///
/// Figures go from text to DECIMAL, never through a binary number.
struct ParquetResultExporter: ResultExporter {
    /// Where DuckDB's command is looked for: what the variable names, what `scripts/install-duckdb` has put there, and
    /// the folders of programs.
    static let variable = "ZHIBIAO_DUCKDB"

    private var csv: CSVResultExporter
    private let file: OutputFile
    /// Where DuckDB writes, and reads from.
    private let scratch: String
    private let source: String
    private let program: String
    private let path: String

    init(path: String, inputs: [InputFile]) throws(OutputError) {
        guard let program = Self.program(in: ProcessInfo.processInfo.environment) else {
            throw OutputError(
                description:
                    "Parquet is written by DuckDB, which is not there. Run scripts/install-duckdb, or name its "
                    + "command in \(Self.variable).")
        }
        self.program = program
        self.path = path
        file = try OutputFile(path: path, inputs: inputs)
        scratch = try file.scratch()
        source = scratch + ".csv"
        var options = ResultOptions()
        options.guardsFormulas = false
        csv = try CSVResultExporter(path: source, isFolder: false, inputs: [], options: options)
    }

    mutating func add(_ row: ResultRow, to table: ResultTable) throws(OutputError) { try csv.add(row, to: table) }

    func finish() throws(OutputError) -> ExportSummary {
        let summary = try csv.finish()
        defer { try? FileManager.default.removeItem(atPath: source) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-no-init", "-bail", "-c", Self.statement(source: source, target: scratch), ":memory:"]
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        do { try process.run() } catch {
            throw OutputError(
                description:
                    "DuckDB cannot be run (\(program): \(error.localizedDescription)). Install it with scripts/install-duckdb."
            )
        }
        let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw OutputError(
                description:
                    "DuckDB could not write \(path): \(message.shown) Check that there is room and that you may write there."
            )
        }
        try file.takeScratch(scratch)
        try file.finish()
        return summary
    }

    /// Nil when there is none.
    static func program(in environment: [String: String]) -> String? {
        let data = environment["XDG_DATA_HOME"] ?? environment["HOME"].map { "\($0)/.local/share" }
        let home = environment["ZHIBIAO_DUCKDB_HOME"] ?? data.map { "\($0)/zhibiao/duckdb" }
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let named = environment[variable].flatMap { $0.isEmpty ? nil : $0 }
        let places = named.map { [$0] } ?? ([home].compactMap { $0 } + folders).map { "\($0)/duckdb" }
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Reads all as text and gives each column its type. One thread keeps the order of rows, the limit the memory.
    static func statement(source: String, target: String) -> String {
        let casts = ResultTable.indicator.columns.compactMap { column in
            type(column.kind).map { "\"\(column.name)\"::\($0) AS \"\(column.name)\"" }
        }
        func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
        return """
            SET threads = 1; SET memory_limit = '512MB'; SET preserve_insertion_order = true;
            COPY (SELECT * REPLACE (\(casts.joined(separator: ", "))) FROM read_csv(\(quoted(source)), all_varchar = true, \
            header = true, delim = ',', quote = '"', escape = '"', max_line_size = 4194304)) \
            TO \(quoted(target)) (FORMAT parquet);
            """
    }

    /// Nil for text.
    private static func type(_ kind: ResultColumn.Kind) -> String? {
        switch kind {
        case .text, .prose, .json: nil
        case .integer: "INTEGER"
        case .decimal: "DECIMAL(38, 10)"
        case .measure: "DECIMAL(18, 2)"
        case .date: "DATE"
        case .boolean: "BOOLEAN"
        }
    }
}
