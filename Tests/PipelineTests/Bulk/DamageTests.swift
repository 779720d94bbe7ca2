import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// What is damaged in an output folder never reaches the results.
    @Suite struct DamageTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        @Test(arguments: [
            "UPDATE contents SET start = 'x'", "UPDATE contents SET length = 9223372036854775807",
            "UPDATE contents SET start = -5", "UPDATE contents SET pages = 9223372036854775807",
            "UPDATE contents SET faults = '{'", "UPDATE inputs SET fault = '{'", "DROP TABLE contents",
            "UPDATE contents SET checksum = 'x'", "UPDATE runs SET started = 'x'",
        ])
        func aDamagedLedgerSaysWhatToDo(damage: String) throws {
            let input = try folder.addDocuments(2)
            let first = try BulkResult([input], to: out)
            try #require(try Self.change(out + "/ledger.sqlite", damage))
            let status = try Program.run(["status", out])
            #expect(status.status == 0 || status.text.contains("--fresh"))
            let run = try Program.run(["convert", input, "--out", out, "--jobs", "1"])
            if run.status != 0 { #expect(run.status == 1 && run.text.contains("--fresh")) }
            #expect(try BulkResult.files(of: out) == first.files)
        }

        /// By Python's SQLite: the program's own is not the tests' to call.
        private static func change(_ ledger: String, _ statement: String) throws -> Bool {
            let script = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["python3", "-c", script, ledger, statement]
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0
        }
    }
}
