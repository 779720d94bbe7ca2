internal import Pipeline
internal import TableRecon

/// Tables of GitHub's Markdown, each under a line that names it.
struct MarkdownExporter: TableExporter {
    let sink: TextSink
    private var isFirst = true

    init(sink: TextSink) { self.sink = sink }

    mutating func add(_ table: ExportedTable) throws {
        if !isFirst { try sink.write("\n") }
        isFirst = false
        let caption = "\(table.file), page \(table.table.page), table \(table.ordinal)"
        try sink.write("**\(caption.markdownText)**\n\n\(table.table.markdown)")
    }

    mutating func finish() throws { try sink.finish() }
}

extension Table {
    /// Markdown has exactly one header row: several are put together column by column, none is a blank row.
    var markdown: String {
        let rows = textRows
        let head = wholeHeaderRows
        let header = (0..<columns).map { column in
            rows[..<head].map { $0[column].markdownText }.filter { !$0.isEmpty }.joined(separator: "<br>")
        }
        var out = Self.markdownLine(header) + Self.markdownLine([String](repeating: "---", count: columns))
        for row in rows[head...] { out += Self.markdownLine(row.map(\.markdownText)) }
        return out
    }

    private static func markdownLine(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}

extension String {
    /// The text with what Markdown would take for markup escaped, on one line.
    fileprivate var markdownText: String {
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": out.append(contentsOf: "<br>".unicodeScalars)
            case "\r": continue
            case "\\", "|", "*", "_", "`", "[", "]", "<", "~":
                out.append("\\")
                out.append(scalar)
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
