internal import Foundation
internal import GRDB
internal import Normalize
internal import Pipeline

/// Keeps results in an SQLite file; one that is there is brought up to date in a single transaction.
struct SQLiteResultExporter: ResultExporter {
    private let path: String
    private let queue: DatabaseQueue
    private let statements = SQLStatements(dialect: .sqlite)
    /// Rows that wait to be staged.
    private var waiting: [(table: ResultTable, row: ResultRow)] = []
    private var rows: [String: Int] = [:]
    private let batchSize = 1000

    /// - Parameter inputs: Files that must not be written into.
    init(path: String, inputs: [InputFile]) throws(OutputError) {
        self.path = path
        guard case .file(let file, _) = try OutputTarget(path: path, inputs: inputs) else {
            throw OutputError(description: "\(path) is no regular file, which a database needs. Name another file.")
        }
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let statements = statements
        queue = try Self.guarded(path) {
            let queue = try DatabaseQueue(path: file, configuration: configuration)
            // Reads the file: what is no database is said before anything else is done.
            _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
            try queue.write { database in
                for table in ResultTable.all { try database.execute(sql: statements.staging(of: table)) }
            }
            return queue
        }
        for table in ResultTable.all { rows[table.name] = 0 }
    }

    mutating func add(_ row: ResultRow, to table: ResultTable) throws(OutputError) {
        waiting.append((table, row))
        rows[table.name, default: 0] += 1
        if waiting.count >= batchSize { try stage() }
    }

    private mutating func stage() throws(OutputError) {
        let (waiting, statements) = (waiting, statements)
        try Self.guarded(path) { [queue] in
            try queue.write { database in
                for (table, row) in waiting {
                    let statement = try database.cachedStatement(sql: statements.insertion(into: table))
                    try statement.execute(arguments: StatementArguments(Self.values(of: row, in: table)))
                }
            }
        }
        self.waiting.removeAll(keepingCapacity: true)
    }

    mutating func finish() throws(OutputError) -> ExportSummary {
        try stage()
        var summary = ExportSummary(rows)
        let statements = statements
        let (changed, removed) = try Self.guarded(path) { [queue] in
            try queue.write { database in
                for statement in statements.creation { try database.execute(sql: statement) }
                var counts = (changed: [String: Int](), removed: [String: Int]())
                for table in ResultTable.all {
                    try database.execute(sql: statements.upsert(table))
                    counts.changed[table.name] = database.changesCount
                }
                // What belongs to a row goes before it.
                for table in ResultTable.all.reversed() {
                    try database.execute(sql: statements.removal(from: table))
                    counts.removed[table.name] = database.changesCount
                }
                return counts
            }
        }
        for index in summary.counts.indices {
            summary.counts[index].changed = changed[summary.counts[index].table.name]
            summary.counts[index].removed = removed[summary.counts[index].table.name]
        }
        try Self.guarded(path) { [queue] in try queue.close() }
        return summary
    }

    /// The values for the columns of the database.
    private static func values(of row: ResultRow, in table: ResultTable) -> [DatabaseValue] {
        zip(table.columns, row).flatMap { column, value -> [DatabaseValue] in
            guard let text = value.plainText else {
                return SQLDialect.sqlite.columns(of: column).map { _ in .null }
            }
            switch column.kind {
            case .decimal: return [(Double(text) ?? .nan).databaseValue, text.databaseValue]
            case .measure: return [(Double(text) ?? .nan).databaseValue]
            case .integer: return [Int64(text)?.databaseValue ?? text.databaseValue]
            case .boolean: return [(value == .bool(true)).databaseValue]
            case .text, .prose, .date, .json: return [text.databaseValue]
            }
        }
    }

    private static func guarded<Value>(_ path: String, _ body: () throws -> Value) throws(OutputError) -> Value {
        do {
            return try body()
        } catch let error as OutputError {
            throw error
        } catch let error as DatabaseError {
            let advice =
                switch error.resultCode {
                case .SQLITE_FULL, .SQLITE_IOERR: "Is the disk full? Make room and export again."
                case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: "Check that you may write there."
                case .SQLITE_BUSY, .SQLITE_LOCKED: "Another program holds it open: close it there and export again."
                case .SQLITE_NOTADB, .SQLITE_CORRUPT: "It is no database: name another file."
                default: "It is as it was. If its tables are not those of zhibiao, name another file."
                }
            throw OutputError(
                description: "The database \(path) cannot be written: \(error.message ?? "unknown error"). \(advice)")
        } catch {
            throw OutputError(
                description:
                    "The database \(path) cannot be written: \(error.localizedDescription). Check that you may write there."
            )
        }
    }
}
