import Foundation
import GRDB

@testable import Bulk

extension FuzzTarget {
    /// A ledger whose rows hold made-up values beside parts of made-up bytes is read, or refused with a sentence.
    func readLedger(_ bytes: [UInt8]) {
        let folder = FuzzFolder.path
        var rest = FuzzBytes(bytes)
        guard let ledger = try? Ledger(folder: folder) else { return }
        try? ledger.write { database in
            for table in ["inputs", "contents", "runs"] { try database.execute(sql: "DELETE FROM \(table)") }
        }
        insert(&rest, into: ledger)
        let lines = rest.bytes(1024)
        let part = URL(fileURLWithPath: "\(folder)/parts/000001.lines")
        try? FileManager.default.createDirectory(atPath: "\(folder)/parts", withIntermediateDirectories: true)
        try? Data(lines).write(to: part)
        look(at: ledger, parts: "\(folder)/parts")
        _ = try? RunStatus(folder: folder)
    }

    /// A few rows of each table; what the schema refuses is left out.
    private func insert(_ rest: inout FuzzBytes, into ledger: Ledger) {
        let tables = [
            ("runs", 9), ("inputs", 7), ("contents", 16), ("inputs", 7), ("contents", 16),
        ]
        for (table, columns) in tables {
            let values = (0..<columns).map { _ in value(&rest) }
            let marks = repeatElement("?", count: columns).joined(separator: ", ")
            try? ledger.write {
                try $0.execute(
                    sql: "INSERT OR REPLACE INTO \(table) VALUES (\(marks))", arguments: StatementArguments(values))
            }
        }
    }

    private func value(_ rest: inout FuzzBytes) -> DatabaseValue {
        switch rest.number(below: 10) {
        case 0: DatabaseValue.null
        case 1: Int64(rest.byte()).databaseValue
        case 2: rest.integer().databaseValue
        case 3: Double(bitPattern: UInt64(bitPattern: rest.integer())).databaseValue
        case 4: Data(rest.bytes(rest.number(below: 16))).databaseValue
        case 5: rest.text(rest.number(below: 64)).databaseValue
        case 6: Self.hash.databaseValue
        case 7: Data("/in/a.pdf".utf8).databaseValue
        case 8: #"[{"code":"damaged","message":"m","stage":"open"}]"#.databaseValue
        default: ["done", "partial", "converting", "complete", "1/2"][rest.number(below: 5)].databaseValue
        }
    }

    private func look(at ledger: Ledger, parts folder: String) {
        _ = try? ledger.counts()
        _ = (try? ledger.lastShard(), try? ledger.lastState(), try? ledger.lastSettings())
        guard let parts = try? PartStore(folder: folder) else { return }
        try? ledger.forEachResult { result in
            guard let range = result.part else { return }
            var naming = LineNaming(name: InputPath.name(of: result.path))
            _ = try parts.readWhole(range) { try naming.add($0) { _, _ in } }
        }
        try? ledger.beginRun(settings: "s", jobs: 1, shard: nil)
        _ = try? ledger.earlierInputs(outside: NamedPaths())
        try? ledger.plan(retryFailed: true)
        _ = try? ledger.pending(after: nil, limit: 10)
        try? parts.check(against: ledger)
    }
}

/// A folder in memory for the time of the process.
private enum FuzzFolder {
    static let path: String = {
        let path = "/dev/shm/zhibiao-fuzz-\(getpid())"
        try? FileManager.default.removeItem(atPath: path)
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: FuzzFolder.path) }
        return path
    }()
}
