internal import Foundation
internal import GRDB
internal import Pipeline

/// An input that waits to be looked at.
struct PendingInput: Hashable, Sendable {
    var path: [UInt8]
}

extension Ledger {
    /// Notes inputs as belonging to this run. What is known about an input that has not changed is kept.
    func note(_ inputs: [FoundInput]) throws(OutputError) {
        let run = run
        try write { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO inputs (path, size, modified, sha256, fault, todo, run)
                    VALUES (?1, ?2, ?3, NULL, ?4, ?4 IS NULL, ?5)
                    ON CONFLICT (path) DO UPDATE SET
                        todo = CASE WHEN ?4 IS NOT NULL THEN 0
                            WHEN size IS ?2 AND modified IS ?3 THEN sha256 IS NULL AND fault IS NULL
                            ELSE 1 END,
                        sha256 = CASE WHEN size IS ?2 AND modified IS ?3 AND ?4 IS NULL THEN sha256 END,
                        fault = CASE WHEN ?4 IS NOT NULL THEN ?4
                            WHEN size IS ?2 AND modified IS ?3 AND ?2 IS NOT NULL THEN fault END,
                        size = ?2, modified = ?3, run = ?5
                    """)
            for input in inputs {
                try statement.execute(arguments: [
                    Data(input.path), input.stamp?.size, input.stamp?.modified,
                    input.fault.map { String(decoding: $0.jsonBytes, as: UTF8.self) }, run,
                ])
            }
        }
    }

    /// Decides what is to be done, after all inputs are noted.
    func plan(retryFailed: Bool) throws(OutputError) {
        let (run, settings) = (run, settings)
        try write { database in
            if retryFailed {
                let codes = Failure.Code.allCases.filter(\.maySucceedLater).map(\.rawValue)
                let marks = codes.map { _ in "?" }.joined(separator: ", ")
                try database.execute(
                    sql: """
                        DELETE FROM contents WHERE status = 'failed' OR (status = 'partial' AND code IN (\(marks)))
                        """, arguments: StatementArguments(codes))
                try database.execute(
                    sql: "UPDATE inputs SET fault = NULL, todo = 1 WHERE fault IS NOT NULL AND size IS NOT NULL")
            }
            try database.execute(sql: "DELETE FROM inputs WHERE run <> ?", arguments: [run])
            try database.execute(
                sql: """
                    UPDATE inputs SET todo = 1 WHERE sha256 IS NOT NULL AND todo = 0 AND NOT EXISTS
                        (SELECT 1 FROM contents WHERE contents.sha256 = inputs.sha256 AND contents.settings = ?)
                    """, arguments: [settings])
            try database.execute(
                sql: "UPDATE runs SET state = 'converting', changed = ? WHERE id = ?",
                arguments: [Date().timeIntervalSince1970, run])
        }
    }

    /// The next inputs to be looked at, by path.
    ///
    /// - Parameter last: The path behind which to go on; nil for the first.
    func pending(after last: [UInt8]?, limit: Int) throws(OutputError) -> [PendingInput] {
        try read { database in
            let rows = try Data.fetchAll(
                database,
                sql: "SELECT path FROM inputs WHERE todo = 1 AND path > ? ORDER BY path LIMIT ?",
                arguments: [Data(last ?? []), limit])
            return rows.map { PendingInput(path: [UInt8]($0)) }
        }
    }

    func pendingCount() throws(OutputError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM inputs WHERE todo = 1") ?? 0 }
    }

    /// Inputs whose content an earlier run has converted.
    func knownCount() throws(OutputError) -> Int {
        try read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM inputs WHERE todo = 0 AND sha256 IS NOT NULL") ?? 0
        }
    }

    /// Whether a content is there, converted with the settings of this run.
    func hasContent(_ sha256: String) throws(OutputError) -> Bool {
        let settings = settings
        return try read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT 1 FROM contents WHERE sha256 = ? AND settings = ?")
            return try Bool.fetchOne(statement, arguments: [sha256, settings]) ?? false
        }
    }

    /// Takes what was found out into the ledger, all or nothing.
    func commit(_ entries: [LedgerEntry]) throws(OutputError) {
        let (run, settings, now) = (run, settings, Date().timeIntervalSince1970)
        try write { database in
            let looked = try database.cachedStatement(
                sql: "UPDATE inputs SET sha256 = ?, fault = ?, todo = 0 WHERE path = ?")
            for entry in entries {
                switch entry {
                case .converted(let path, let content):
                    try Self.store(content, settings: settings, now: now, in: database)
                    try looked.execute(arguments: [content.sha256, nil, Data(path)])
                case .same(let path, let sha256):
                    try looked.execute(arguments: [sha256, nil, Data(path)])
                case .unreadable(let path, let fault):
                    try looked.execute(arguments: [
                        nil, String(decoding: fault.jsonBytes, as: UTF8.self), Data(path),
                    ])
                }
            }
            try database.execute(sql: "UPDATE runs SET changed = ? WHERE id = ?", arguments: [now, run])
        }
    }

    private static func store(
        _ content: ConvertedContent, settings: String, now: Double, in database: Database
    ) throws {
        let outcome = content.outcome
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO contents (sha256, status, code, faults, lost_pages, pages, forms, indicators,
                    segment, start, length, checksum, seconds, finished, version, settings)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            content.sha256, content.status.rawValue, outcome.failures.first?.code.rawValue,
            outcome.failures.isEmpty ? nil : String(decoding: outcome.failures.jsonBytes, as: UTF8.self),
            content.lostPages.isEmpty ? nil : content.lostPages.map(String.init).joined(separator: ","),
            outcome.pages, outcome.forms, outcome.indicators, content.part.segment, content.part.start,
            content.part.length, content.part.checksum, content.seconds, now, zhibiaoVersion, settings,
        ])
    }
}
