internal import Foundation
internal import GRDB
internal import Pipeline

/// What an output folder knows about its inputs: an SQLite file that survives a kill at any moment.
///
/// An input belongs to a content by its hash; what a content gave is kept once, whatever its names. A content counts
/// only when version and settings are those of the run.
final class Ledger {
    let path: String
    let queue: DatabaseQueue
    /// Names version and settings of the contents that count.
    private(set) var settings = ""
    private(set) var run: Int64 = 0

    /// Opens the ledger of a folder, makes it when it is missing.
    ///
    /// - Parameter isReadOnly: For a look from another process.
    init(folder: String, isReadOnly: Bool = false) throws(OutputError) {
        path = Self.path(in: folder)
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(10)
        configuration.journalMode = isReadOnly ? .default : .wal
        configuration.prepareDatabase { database in
            // A ledger may fall back behind the last second of work, never into pieces: that is enough for a resume.
            if !isReadOnly { try database.execute(sql: "PRAGMA synchronous = NORMAL") }
            try database.execute(sql: "PRAGMA cache_size = -4096")
        }
        let path = self.path
        let place = isReadOnly && Self.isAtRest(in: folder) ? Self.unchangingURL(of: path) : path
        queue = try Self.guarded(path) { try DatabaseQueue(path: place, configuration: configuration) }
        let version = try Self.guarded(path) { [queue] in
            try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        }
        if version == 0, !isReadOnly {
            try write { try $0.execute(sql: LedgerSchema.sql) }
        } else if version == LedgerSchema.version - 1, !isReadOnly {
            try write { try $0.execute(sql: LedgerSchema.upgrade) }
        } else if version != LedgerSchema.version {
            throw OutputError(
                description: "\(path) was made by another version of zhibiao. Use --fresh, or another folder.")
        }
    }

    static func path(in folder: String) -> String { "\(folder)/ledger.sqlite" }

    /// Whether nobody can be writing the ledger: the folder takes no files, and there are no changes that wait.
    private static func isAtRest(in folder: String) -> Bool {
        access(folder, W_OK) != 0 && access(path(in: folder) + "-wal", F_OK) != 0
    }

    /// Where SQLite makes no files beside the ledger, as it else does even to read.
    private static func unchangingURL(of path: String) -> String {
        let kept = CharacterSet(charactersIn: "/").union(.alphanumerics)
        return "file:\(path.addingPercentEncoding(withAllowedCharacters: kept) ?? path)?immutable=1"
    }

    /// All that SQLite keeps beside the ledger goes with it.
    static func remove(from folder: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path(in: folder) + ending) }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(OutputError) -> Value {
        try Self.guarded(path) { try queue.read(body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(OutputError) -> Value {
        try Self.guarded(path) { try queue.write(body) }
    }

    /// Turns what SQLite says into a sentence for the user.
    private static func guarded<Value>(_ path: String, _ body: () throws -> Value) throws(OutputError) -> Value {
        do {
            return try body()
        } catch let error as OutputError {
            throw error
        } catch let error as DatabaseError {
            let advice =
                switch error.resultCode {
                case .SQLITE_FULL, .SQLITE_IOERR: "Is the disk full? Make room and run the same command again."
                case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: "Check that you may write there."
                case .SQLITE_BUSY, .SQLITE_LOCKED: "Another program holds it open."
                case .SQLITE_CORRUPT, .SQLITE_NOTADB: "It is damaged: use --fresh, or another folder."
                case .SQLITE_NOMEM, .SQLITE_INTERRUPT: "What is done so far is kept: run the same command again."
                // The statements are right: what they meet is not.
                default: "If that stays so, it is damaged: use --fresh, or another folder."
                }
            throw OutputError(
                description: "The ledger \(path) cannot be used: \(error.message ?? "unknown error"). \(advice)")
        } catch {
            throw OutputError(description: "The ledger \(path) cannot be used: \(error.localizedDescription)")
        }
    }

    // MARK: Runs

    func beginRun(settings: String, jobs: Int, shard: String?) throws(OutputError) {
        self.settings = settings
        let now = Date().timeIntervalSince1970
        run = try write { database in
            // A run that was killed could not say so.
            try database.execute(sql: "UPDATE runs SET state = 'killed' WHERE state IN ('searching', 'converting')")
            try database.execute(
                sql: """
                    INSERT INTO runs (state, started, changed, process, version, settings, shard, jobs)
                    VALUES ('searching', ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [now, now, Int(getpid()), zhibiaoVersion, settings, shard, jobs])
            return database.lastInsertedRowID
        }
    }

    func setState(_ state: String) throws(OutputError) {
        let (run, now) = (run, Date().timeIntervalSince1970)
        try write {
            try $0.execute(sql: "UPDATE runs SET state = ?, changed = ? WHERE id = ?", arguments: [state, now, run])
        }
    }
}
