internal import Foundation
internal import GRDB
internal import Pipeline

/// An input with its content as they stand in a ledger, to be taken over into another.
private struct LedgerRow {
    let path: Data
    let size: Int64?
    let modified: Int64?
    let fault: String?
    let sha256: String?
    let part: PartRange?
    /// All of the content's columns but its place.
    let content: Row?

    /// The first columns in the order of the query.
    init(_ row: Row) throws {
        path = try row.value(0)
        size = try row.optional(1)
        modified = try row.optional(2)
        fault = try row.optional(3)
        sha256 = try row.optional(4)
        let hasContent = try row.optional(5, as: String.self) != nil
        content = hasContent ? row.copy() : nil
        part =
            hasContent
            ? PartRange(
                segment: try row.value(6), start: try row.value(7), length: try row.value(8),
                checksum: try row.optional(9)) : nil
    }
}

extension Ledger {
    /// The share of the last run; nil for a whole one.
    func lastShard() throws(OutputError) -> String? {
        try read { try String.fetchOne($0, sql: "SELECT shard FROM runs ORDER BY id DESC LIMIT 1") }
    }

    func lastState() throws(OutputError) -> String? {
        try read { try String.fetchOne($0, sql: "SELECT state FROM runs ORDER BY id DESC LIMIT 1") }
    }

    /// The settings of the last run, which all contents of a finished ledger share; nil when there was none.
    func lastSettings() throws(OutputError) -> String? {
        try read { try String.fetchOne($0, sql: "SELECT settings FROM runs ORDER BY id DESC LIMIT 1") }
    }

    /// Takes over the inputs of another ledger and what their contents gave, the lines included.
    ///
    /// Of an input that both know the other's is taken.
    func adopt(_ other: Ledger, parts: PartStore, writer: PartWriter) throws(OutputError) {
        try other.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT inputs.path, inputs.size, inputs.modified, inputs.fault, inputs.sha256 AS sha256,
                        contents.status, contents.segment, contents.start, contents.length, contents.checksum,
                        contents.*
                    FROM inputs LEFT JOIN contents USING (sha256) ORDER BY path
                    """)
            var batch: [(LedgerRow, PartRange?)] = []
            var known: Set<String> = []
            while let row = try rows.next() {
                let entry = try LedgerRow(row)
                var place: PartRange?
                if let sha256 = entry.sha256, let range = entry.part, !known.contains(sha256), try !hasContent(sha256) {
                    known.insert(sha256)
                    guard try parts.readWhole(range, { try writer.append([UInt8]($0)) }) else {
                        throw OutputError(
                            description: "The parts beside \(other.path) are damaged. Run the command of that folder "
                                + "again: it mends them.")
                    }
                    place = writer.finish()
                }
                batch.append((entry, place))
                if batch.count >= 256 {
                    try insert(batch, writer: writer)
                    batch.removeAll()
                    known.removeAll()
                }
            }
            try insert(batch, writer: writer)
        }
    }

    private func insert(_ batch: [(LedgerRow, PartRange?)], writer: PartWriter) throws(OutputError) {
        writer.synchronise()
        let run = run
        try write { database in
            for (entry, place) in batch {
                try database.execute(
                    sql: """
                        INSERT OR REPLACE INTO inputs (path, size, modified, sha256, fault, todo, run)
                        VALUES (?, ?, ?, ?, ?, 0, ?)
                        """,
                    arguments: [entry.path, entry.size, entry.modified, entry.sha256, entry.fault, run])
                guard let place, let content = entry.content else { continue }
                let copied = [
                    "sha256", "status", "code", "faults", "lost_pages", "pages", "forms", "indicators", "seconds",
                    "finished", "version", "settings",
                ]
                let values: [(any DatabaseValueConvertible)?] =
                    copied.map { content[$0] as DatabaseValue } + [
                        place.segment, place.start, place.length, place.checksum,
                    ]
                try database.execute(
                    sql: """
                        INSERT OR REPLACE INTO contents (\(copied.joined(separator: ", ")), segment, start, length,
                            checksum)
                        VALUES (\(repeatElement("?", count: copied.count + 4).joined(separator: ", ")))
                        """, arguments: StatementArguments(values))
            }
        }
    }
}
