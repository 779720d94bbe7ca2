internal import Pipeline

/// A PostgreSQL database, spoken to by libpq; the password comes from its own places, `PGPASSFILE` and `PGPASSWORD`.
final class PostgresConnection: PostgresTarget {
    private let library: PostgresLibrary
    private var connection: PostgresLibrary.Connection?

    /// - Throws: `OutputError` when libpq is not there, or the database does not let us in.
    init(_ address: PostgresAddress, library: PostgresLibrary) throws(OutputError) {
        self.library = library
        connection = library.connect(address.url)
        guard library.status(connection) == PostgresLibrary.connectionOK else {
            throw failure(
                "The database cannot be reached",
                "Check the URL, and the password in the file that PGPASSFILE names or in PGPASSWORD.")
        }
    }

    deinit { library.finish(connection) }

    func execute(_ statement: String) throws(OutputError) -> Int? {
        guard let connection else { return nil }
        let result = library.execute(connection, statement)
        defer { library.clear(result) }
        guard let result, [PostgresLibrary.commandOK, PostgresLibrary.rowsOK].contains(library.resultStatus(result))
        else { throw unchanged }
        return library.touchedRows(result).flatMap { Int(String(cString: $0)) }
    }

    func copy(_ statement: String, _ rows: [UInt8]) throws(OutputError) {
        guard let connection else { return }
        let start = library.execute(connection, statement)
        defer { library.clear(start) }
        guard library.resultStatus(start) == PostgresLibrary.copyIn else { throw unchanged }
        let isSent = rows.withUnsafeBytes { bytes in
            guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return true }
            return library.putCopyData(connection, start, Int32(bytes.count)) == 1
        }
        guard isSent, library.putCopyEnd(connection, nil) == 1 else { throw unchanged }
        var isTaken = true
        while let result = library.nextResult(connection) {
            if library.resultStatus(result) != PostgresLibrary.commandOK { isTaken = false }
            library.clear(result)
        }
        guard isTaken else { throw unchanged }
    }

    func finish() throws(OutputError) {
        library.finish(connection)
        connection = nil
    }

    private var unchanged: OutputError {
        failure(
            "The database cannot be written",
            "It is as it was. If its tables are not those of zhibiao, name another database or schema.")
    }

    private func failure(_ what: String, _ advice: String) -> OutputError {
        let reason = library.message(connection).map { String(cString: $0) } ?? ""
        // Further lines of it are set in by tabulators.
        let words = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let end = words.last?.isPunctuation == true ? "" : "."
        return OutputError(description: "\(what): \(words)\(end) \(advice)")
    }
}
