internal import Normalize
internal import Pipeline

/// Comma-separated values: the indicators in one file, or each table in a file of a folder.
struct CSVResultExporter: ResultExporter {
    private var sinks: [String: TextSink] = [:]
    private var rows: [String: Int] = [:]
    private let writer: CSVWriter
    private let encoding: TextEncoding

    /// Makes the folder when it is missing. All files have their headers, also those without a row.
    init(path: String, isFolder: Bool, inputs: [InputFile], options: ResultOptions) throws(OutputError) {
        writer = CSVWriter(guardsFormulas: options.guardsFormulas)
        encoding = options.encoding
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        if isFolder { try TextSink.makeFolder(folder) }
        for table in isFolder ? ResultTable.all.filter({ $0 != .document }) : [.indicator] {
            let sink = try TextSink(path: isFolder ? "\(folder)/\(table.plural).csv" : path, inputs: inputs)
            try sink.write(encoding.mark)
            try sink.write(encoding.bytes(of: writer.line(table.columns.map { $0.header(options.language ?? .en) })))
            sinks[table.name] = sink
            rows[table.name] = 0
        }
    }

    mutating func add(_ row: ResultRow, to table: ResultTable) throws(OutputError) {
        guard let sink = sinks[table.name] else { return }
        try sink.write(encoding.bytes(of: writer.line(row.map { $0.plainText ?? "" })))
        rows[table.name, default: 0] += 1
    }

    func finish() throws(OutputError) -> ExportSummary {
        for sink in sinks.values { try sink.finish() }
        return ExportSummary(rows)
    }
}
