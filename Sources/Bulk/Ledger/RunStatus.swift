public import Foundation
internal import GRDB
internal import Pipeline

/// How a run into a folder stands, seen from any process at any time.
public struct RunStatus: Sendable {
    /// `searching`, `converting`, `complete`, `stopped` (by the user), `killed` or `broken off`.
    public var state: String
    public var version: String
    public var shard: String?
    public var started: Date
    /// The last time that something came into the ledger.
    public var changed: Date
    public var counts: RunCounts
    /// Of the contents that the last run converted.
    public var pagesPerSecond: Double

    public static func hasLedger(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: Ledger.path(in: folder))
    }

    /// - Throws: `OutputError` when the folder has no ledger that can be read.
    public init(folder: String) throws {
        guard Self.hasLedger(folder) else {
            throw OutputError(description: "\(folder) is not the output folder of a run: it has no ledger.sqlite.")
        }
        let ledger = try Ledger(folder: folder, isReadOnly: true)
        counts = try ledger.counts()
        let last = try ledger.read { database -> LastRun? in
            try Row.fetchOne(
                database, sql: "SELECT state, version, shard, started, changed FROM runs ORDER BY id DESC LIMIT 1"
            ).map { try LastRun($0) }
        }
        guard let last else { throw OutputError(description: "The ledger of \(folder) knows of no run.") }
        started = Date(timeIntervalSince1970: last.started)
        changed = Date(timeIntervalSince1970: last.changed)
        version = last.version
        shard = last.shard
        state = last.state
        if ["searching", "converting"].contains(state), !FolderLock.isHeld(folder) { state = "killed" }
        let begin = started.timeIntervalSince1970
        let pages = try ledger.read { database in
            try Int.fetchOne(
                database, sql: "SELECT CAST(total(pages) AS INTEGER) FROM contents WHERE finished >= ?",
                arguments: [begin])
        }
        let seconds = changed.timeIntervalSince(started)
        pagesPerSecond = seconds > 0 ? Double(pages ?? 0) / seconds : 0
    }

    /// Hands out the inputs of a status with the code of their failure, by path.
    public static func list(
        _ status: DocumentStatus, in folder: String, _ body: (_ name: String, _ code: String?) throws -> Void
    ) throws {
        try Ledger(folder: folder, isReadOnly: true).read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT path, CASE WHEN fault IS NOT NULL THEN json_extract(fault, '$.code') ELSE code END
                    FROM inputs LEFT JOIN contents USING (sha256)
                    WHERE CASE WHEN todo = 1 THEN 'pending' WHEN fault IS NOT NULL THEN 'failed'
                        ELSE coalesce(status, 'pending') END = ? ORDER BY path
                    """, arguments: [status.rawValue])
            while let row = try rows.next() {
                let path: Data = try row.value(0)
                try body(InputPath.name(of: [UInt8](path)), try row.optional(1))
            }
        }
    }
}

/// The line of a run in its ledger.
private struct LastRun {
    let state: String
    let version: String
    let shard: String?
    let started: Double
    let changed: Double

    init(_ row: Row) throws {
        state = try row.value(0)
        version = try row.value(1)
        shard = try row.optional(2)
        started = try row.value(3)
        changed = try row.value(4)
    }
}
