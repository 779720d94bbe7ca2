internal import Foundation
internal import GRDB
internal import Pipeline

extension Ledger {
    /// Counts the inputs that belong to earlier runs only.
    func earlierInputs(
        outside named: NamedPaths
    ) throws(OutputError) -> (outside: Int, gone: Int, first: [UInt8]?) {
        let run = run
        return try read { database in
            var (outside, gone): (Int, Int) = (0, 0)
            var first: [UInt8]?
            let rows = try Row.fetchCursor(
                database, sql: "SELECT path FROM inputs WHERE run <> ? ORDER BY path", arguments: [run])
            while let row = try rows.next() {
                let path = [UInt8](try row.value(0, as: Data.self))
                if named.cover(path) {
                    gone += 1
                } else {
                    outside += 1
                    first = first ?? path
                }
            }
            return (outside, gone, first)
        }
    }

    /// Takes those that lie below none of the named paths into this run.
    func keepEarlier(outside named: NamedPaths) throws(OutputError) {
        let run = run
        try write { database in
            let isOutside = DatabaseFunction("is_outside", argumentCount: 1) { values in
                Data.fromDatabaseValue(values[0]).map { !named.cover([UInt8]($0)) } ?? false
            }
            database.add(function: isOutside)
            defer { database.remove(function: isOutside) }
            try database.execute(
                sql: "UPDATE inputs SET run = ? WHERE run <> ? AND is_outside(path)", arguments: [run, run])
        }
    }

    /// Takes back what this run has noted, as if it had not begun.
    func forgetRun() throws(OutputError) {
        let run = run
        try write { database in
            try database.execute(sql: "DELETE FROM inputs WHERE run = ? AND sha256 IS NULL", arguments: [run])
            try database.execute(sql: "DELETE FROM runs WHERE id = ?", arguments: [run])
        }
    }
}
