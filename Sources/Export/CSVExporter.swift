internal import Pipeline
internal import TableRecon

/// Comma-separated values; a blank line between tables.
struct CSVExporter: TableExporter {
    let sink: TextSink
    private let writer: CSVWriter
    private var isFirst = true

    init(sink: TextSink, writer: CSVWriter) {
        self.sink = sink
        self.writer = writer
    }

    mutating func add(_ table: ExportedTable) throws {
        if !isFirst { try sink.write("\r\n") }
        isFirst = false
        try sink.write(writer.text(of: table.table))
    }

    mutating func finish() throws { try sink.finish() }
}

/// One file of comma-separated values for each table: `<file stem>-p<page>-t<table>.csv`.
struct CSVFolderExporter: TableExporter {
    private let folder: String
    private let inputs: [InputFile]
    private let writer: CSVWriter
    private var taken: Set<String> = []
    /// Of the 255 bytes of a file name, what page, table and ending leave.
    private let longestStem = 200

    /// Makes the folder when it is missing.
    init(folder: String, inputs: [InputFile], writer: CSVWriter) throws(OutputError) {
        self.inputs = inputs
        self.writer = writer
        self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        try TextSink.makeFolder(folder)
    }

    mutating func add(_ table: ExportedTable) throws {
        let name = "\(stem(of: table.file))-\(table.name)"
        var unique = name
        var copy = 1
        // Files of one name in different folders.
        while !taken.insert(unique).inserted {
            copy += 1
            unique = "\(name)-\(copy)"
        }
        let sink = try TextSink(path: "\(folder)/\(unique).csv", inputs: inputs)
        try sink.write(writer.text(of: table.table))
        try sink.finish()
    }

    mutating func finish() throws {}

    /// The name of the document without its ending, cut to what a file name can hold.
    private func stem(of file: String) -> String {
        var stem = TextSink.stem(of: file)
        while stem.utf8.count > longestStem { stem.unicodeScalars.removeLast() }
        return stem
    }
}

extension CSVWriter {
    /// A table without a blank line behind it.
    func text(of table: Table) -> String { table.textRows.map(line).joined() }
}
