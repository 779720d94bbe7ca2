internal import Pipeline
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

    /// Completes the output; nothing may be added afterwards.
    mutating func finish() throws
}

/// The formats that tables can be written in.
public enum TableFormat: String, CaseIterable, Sendable {
    case jsonl
    case csv
    case html
    case markdown
    case xlsx

    /// The exporter of this format.
    ///
    /// - Parameter path: A file; for `csv` a folder when it ends in "/" or is one. Nil for standard output.
    /// - Throws: `OutputError` when the path cannot be written, or is missing and the format needs one.
    public func exporter(path: String?) throws -> any TableExporter {
        switch self {
        case .jsonl: return JSONLinesExporter(sink: try TextSink(path: path))
        case .csv:
            if let path, TextSink.isFolder(path) { return try CSVFolderExporter(folder: path) }
            return CSVExporter(sink: try TextSink(path: path))
        case .html: return HTMLExporter(sink: try TextSink(path: path))
        case .markdown: return MarkdownExporter(sink: try TextSink(path: path))
        case .xlsx:
            guard let path else {
                throw OutputError(description: "A workbook needs a file to go to. Name it with --out FILE.xlsx.")
            }
            return XLSXExporter(path: path)
        }
    }
}
