internal import Normalize
internal import Pipeline

/// A script for psql that makes the tables, loads the rows and brings what is there up to date, all or nothing.
struct PostgresScriptExporter: ResultExporter {
    private let sink: TextSink
    private let statements = SQLStatements(dialect: .postgres)
    /// Rows that wait for their place in the script, by table: a COPY takes rows of one table only.
    private var waiting: [String: [UInt8]] = [:]
    private var rows: [String: Int] = [:]
    private let blockSize = 1 << 18

    init(path: String, inputs: [InputFile]) throws(OutputError) {
        sink = try TextSink(path: path, inputs: inputs)
        try sink.write("-- psql --no-psqlrc --file=THIS_FILE DATABASE\n\\set ON_ERROR_STOP on\n")
        try sink.write("SET client_encoding = 'UTF8';\nSET client_min_messages = 'warning';\nBEGIN;\n")
        for statement in statements.creation + ResultTable.all.map(statements.staging) {
            try sink.write(statement + ";\n")
        }
        for table in ResultTable.all { rows[table.name] = 0 }
    }

    mutating func add(_ row: ResultRow, to table: ResultTable) throws(OutputError) {
        waiting[table.name, default: []] += Self.line(row).utf8
        rows[table.name, default: 0] += 1
        if waiting[table.name]?.count ?? 0 >= blockSize { try copy(table) }
    }

    private mutating func copy(_ table: ResultTable) throws(OutputError) {
        guard let block = waiting.removeValue(forKey: table.name) else { return }
        let columns = statements.columns(of: table).map { SQLStatements.quoted($0.name) }.joined(separator: ", ")
        try sink.write("COPY \(SQLStatements.stage(table)) (\(columns)) FROM stdin;\n")
        try sink.write(block)
        try sink.write("\\.\n")
    }

    mutating func finish() throws(OutputError) -> ExportSummary {
        for table in ResultTable.all { try copy(table) }
        // Without figures of their sizes the database may compare every row with every other.
        for table in ResultTable.all { try sink.write("ANALYZE \(SQLStatements.stage(table));\n") }
        for table in ResultTable.all { try sink.write(statements.upsert(table) + ";\n") }
        // What belongs to a row goes before it.
        for table in ResultTable.all.reversed() { try sink.write(statements.removal(from: table) + ";\n") }
        try sink.write("COMMIT;\n")
        try sink.finish()
        return ExportSummary(rows)
    }

    /// A line of COPY's text format.
    static func line(_ row: ResultRow) -> String {
        row.map { $0.plainText.map(escaped) ?? "\\N" }.joined(separator: "\t") + "\n"
    }

    /// PostgreSQL has no text with a zero byte: the sign for an unknown character stands for it.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": out.append(contentsOf: "\\n".unicodeScalars)
            case "\r": out.append(contentsOf: "\\r".unicodeScalars)
            case "\t": out.append(contentsOf: "\\t".unicodeScalars)
            case "\0": out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
