package import Pipeline

/// Writes flat results in one format, row after row, and never holds more than some of them.
package protocol ResultExporter {
    /// Takes the next row of a table. Rows come in any order of tables, those of one table in the order of the results.
    ///
    /// - Throws: `OutputError` when it cannot be written.
    mutating func add(_ row: ResultRow, to table: ResultTable) throws(OutputError)

    /// Completes the output; nothing may be added afterwards.
    mutating func finish() throws(OutputError) -> ExportSummary
}

/// What an export came to.
package struct ExportSummary: Hashable, Sendable {
    /// One table of it.
    package struct Count: Hashable, Sendable {
        package var table: ResultTable
        /// Rows that were written, or compared with those of a database.
        package var rows = 0
        /// Rows of a database that were added or altered, and that were taken out; nil for files.
        package var changed: Int?
        package var removed: Int?
    }

    /// In the order of `ResultTable.all`; tables that the format does not have are left out.
    package var counts: [Count] = []

    init(_ rows: [String: Int]) {
        counts = ResultTable.all.compactMap { table in rows[table.name].map { Count(table: table, rows: $0) } }
    }
}
