public import Pipeline
public import TableRecon

/// A table with its name in the document.
public struct ExportedTable: Sendable {
    /// The document as given by the user.
    public var file: String
    /// The place among the page's tables, from 1.
    public var ordinal: Int
    public var table: Table

    public init(file: String, ordinal: Int, table: Table) {
        self.file = file
        self.ordinal = ordinal
        self.table = table
    }

    /// "p3-t1": page 3, table 1.
    public var name: String { "p\(table.page)-t\(ordinal)" }
}

/// Writes tables in one format, one after another.
public protocol TableExporter {
    /// Takes the next table in document order.
    ///
    /// - Throws: `OutputError` when nothing can be written.
    mutating func add(_ table: ExportedTable) throws

    /// Takes the next table as another process has made it.
    ///
    /// - Parameter ordinal: The place among the page's tables, from 1.
    /// - Throws: `TableLine.NoTable`, after which the next one may be added; `OutputError` when nothing can be written.
    mutating func add(_ line: TableLine, ordinal: Int) throws

    /// Completes the output; nothing may be added afterwards.
    mutating func finish() throws
}

extension TableExporter {
    public mutating func add(_ line: TableLine, ordinal: Int) throws {
        guard let table = line.table else { throw TableLine.NoTable() }
        try add(ExportedTable(file: line.file, ordinal: ordinal, table: table))
    }
}

/// The formats that tables can be written in.
public enum TableFormat: String, CaseIterable, Sendable {
    case jsonl
    case csv
    case html
    case markdown
    case xlsx

    /// The format that the ending of a path names; CSV for a folder, nil when the ending names none.
    public init?(path: String) {
        if TextSink.isFolder(path) {
            self = .csv
            return
        }
        switch TextSink.ending(of: path) {
        case "htm": self = .html
        case "md": self = .markdown
        case let ending:
            guard let format = Self(rawValue: ending) else { return nil }
            self = format
        }
    }

    /// The exporter of this format.
    ///
    /// - Parameters:
    ///   - path: A file; for `csv` a folder when it ends in "/" or is one. Nil for standard output.
    ///   - inputs: Files that must not be written over.
    ///   - guardsFormulas: Whether `csv` keeps texts from being run by a spreadsheet.
    /// - Throws: `OutputError` when the path cannot be written, or is missing and the format needs one.
    public func exporter(
        path: String?, inputs: [InputFile] = [], guardsFormulas: Bool = true
    ) throws -> any TableExporter {
        let csv = CSVWriter(guardsFormulas: guardsFormulas)
        switch self {
        case .jsonl: return JSONLinesExporter(sink: try TextSink(path: path, inputs: inputs))
        case .csv:
            if let path, TextSink.isFolder(path) {
                return try CSVFolderExporter(folder: path, inputs: inputs, writer: csv)
            }
            return CSVExporter(sink: try TextSink(path: path, inputs: inputs), writer: csv)
        case .html: return HTMLExporter(sink: try TextSink(path: path, inputs: inputs))
        case .markdown: return MarkdownExporter(sink: try TextSink(path: path, inputs: inputs))
        case .xlsx:
            guard let path else {
                throw OutputError(description: "A workbook needs a file to go to: it cannot be streamed.")
            }
            return try XLSXExporter(path: path, inputs: inputs)
        }
    }
}
