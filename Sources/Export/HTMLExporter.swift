internal import Pipeline
internal import TableRecon

/// One page of HTML with all tables, each with its spans, its header and a caption.
struct HTMLExporter: TableExporter {
    let sink: TextSink
    private var hasHead = false

    init(sink: TextSink) { self.sink = sink }

    mutating func add(_ table: ExportedTable) throws {
        try writeHead()
        try sink.write(table.table.html(caption: table.caption))
    }

    mutating func finish() throws {
        try writeHead()
        try sink.write("</body>\n</html>\n")
        try sink.finish()
    }

    private mutating func writeHead() throws {
        guard !hasHead else { return }
        hasHead = true
        try sink.write(
            """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <title>Tables</title>
            <style>
            body { font: 15px/1.45 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", sans-serif; margin: 2rem; }
            table { border-collapse: collapse; margin: 0 0 2.5rem; }
            caption { text-align: left; font-size: 13px; color: #555; padding: 0 0 .4rem; }
            th, td { border: 1px solid #b8bec6; padding: .25rem .5rem; vertical-align: top; text-align: left; }
            th { background: #eef1f5; }
            </style>
            </head>
            <body>

            """)
    }
}

extension ExportedTable {
    /// File, page, method and confidence.
    var caption: String {
        "\(file), page \(table.page), table \(ordinal) (\(table.method.rawValue), confidence \(table.confidenceText))"
    }
}

extension Table {
    /// The confidence with two digits: "0.87".
    package var confidenceText: String {
        let hundredths = Int((min(max(confidence, 0), 1) * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    /// - Parameter id: Of the element, for links; none when nil.
    package func html(caption: String, id: String? = nil) -> String {
        let rows = cellRows
        let head = wholeHeaderRows
        var out = "<table\(id.map { " id=\"\($0)\"" } ?? "")>\n<caption>\(caption.htmlEscaped)</caption>\n"
        if head > 0 {
            out += "<thead>\n" + rows[..<head].map { Self.htmlRow($0, tag: "th") }.joined() + "</thead>\n"
        }
        if head < rows.count {
            out += "<tbody>\n" + rows[head...].map { Self.htmlRow($0, tag: "td") }.joined() + "</tbody>\n"
        }
        return out + "</table>\n"
    }

    private static func htmlRow(_ cells: [TableCell], tag: String) -> String {
        var out = "<tr>"
        for cell in cells {
            let rowSpan = cell.rowSpan > 1 ? " rowspan=\"\(cell.rowSpan)\"" : ""
            let columnSpan = cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : ""
            out += "<\(tag)\(rowSpan)\(columnSpan)>\(cell.text.htmlLines)</\(tag)>"
        }
        return out + "</tr>\n"
    }
}
