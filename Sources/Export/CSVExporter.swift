internal import Pipeline
internal import TableRecon

/// Comma-separated values after RFC 4180, in UTF-8; a blank line between tables.
struct CSVExporter: TableExporter {
    let sink: TextSink
    private var isFirst = true

    init(sink: TextSink) { self.sink = sink }

    mutating func add(_ table: ExportedTable) throws {
        if !isFirst { try sink.write("\r\n") }
        isFirst = false
        try sink.write(table.table.csv)
    }

    mutating func finish() throws { try sink.finish() }
}

/// One file of comma-separated values for each table: `<file stem>-p<page>-t<table>.csv`.
struct CSVFolderExporter: TableExporter {
    private let folder: String
    private var taken: Set<String> = []

    /// Makes the folder when it is missing.
    init(folder: String) throws(OutputError) {
        self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        try TextSink.makeFolder(folder)
    }

    mutating func add(_ table: ExportedTable) throws {
        let name = "\(TextSink.stem(of: table.file))-\(table.name)"
        var unique = name
        var copy = 1
        // Files of one name in different folders.
        while !taken.insert(unique).inserted {
            copy += 1
            unique = "\(name)-\(copy)"
        }
        let sink = try TextSink(path: "\(folder)/\(unique).csv")
        try sink.write(table.table.csv)
        try sink.finish()
    }

    mutating func finish() throws {}
}

extension Table {
    var csv: String {
        var out = ""
        for row in textRows {
            let line = row.map(\.csvField).joined(separator: ",")
            // A blank row of a single column must not look like the end of the table.
            out += line.isEmpty ? "\"\"" : line
            out += "\r\n"
        }
        return out
    }
}

extension String {
    /// Quoted where a comma, a quotation mark or a line end asks for it.
    fileprivate var csvField: String {
        guard unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return self }
        return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
