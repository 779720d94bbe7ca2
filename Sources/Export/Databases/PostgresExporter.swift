internal import Pipeline

/// What takes the statements and rows for a PostgreSQL database: a script, or the database itself.
protocol PostgresTarget {
    /// - Returns: How many rows it added, altered or took out, where that is known at once.
    func execute(_ statement: String) throws(OutputError) -> Int?

    /// Takes rows in the text format of COPY.
    func copy(_ statement: String, _ rows: [UInt8]) throws(OutputError)

    /// Completes the output.
    func finish() throws(OutputError)
}

/// Makes the tables, loads the rows and brings what is there up to date, all or nothing.
struct PostgresExporter<Target: PostgresTarget>: ResultExporter {
    private let target: Target
    private let statements = SQLStatements(dialect: .postgres)
    /// Rows that wait for their turn, by table: a COPY takes rows of one table only.
    private var waiting: [String: [UInt8]] = [:]
    private var rows: [String: Int] = [:]
    private let blockSize = 1 << 18

    init(_ target: Target) throws(OutputError) {
        self.target = target
        let head = ["SET client_encoding = 'UTF8'", "SET client_min_messages = 'warning'", "BEGIN"]
        for statement in head + statements.creation + ResultTable.all.map(statements.staging) {
            _ = try target.execute(statement)
        }
        for table in ResultTable.all { rows[table.name] = 0 }
    }

    mutating func add(_ row: ResultRow, to table: ResultTable) throws(OutputError) {
        waiting[table.name, default: []] += CopyFormat.line(row).utf8
        rows[table.name, default: 0] += 1
        if waiting[table.name]?.count ?? 0 >= blockSize { try copy(table) }
    }

    private mutating func copy(_ table: ResultTable) throws(OutputError) {
        guard let block = waiting.removeValue(forKey: table.name) else { return }
        let columns = statements.columns(of: table).map { SQLStatements.quoted($0.name) }.joined(separator: ", ")
        try target.copy("COPY \(SQLStatements.stage(table)) (\(columns)) FROM STDIN", block)
    }

    mutating func finish() throws(OutputError) -> ExportSummary {
        for table in ResultTable.all { try copy(table) }
        // Without figures of their sizes the database may compare every row with every other.
        for table in ResultTable.all { _ = try target.execute("ANALYZE \(SQLStatements.stage(table))") }
        var changed: [String: Int] = [:]
        var removed: [String: Int] = [:]
        for table in ResultTable.all { changed[table.name] = try target.execute(statements.upsert(table)) }
        // What belongs to a row goes before it.
        for table in ResultTable.all.reversed() {
            removed[table.name] = try target.execute(statements.removal(from: table))
        }
        _ = try target.execute("COMMIT")
        try target.finish()
        var summary = ExportSummary(rows)
        for index in summary.counts.indices {
            let name = summary.counts[index].table.name
            (summary.counts[index].changed, summary.counts[index].removed) = (changed[name], removed[name])
        }
        return summary
    }
}
