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

        /// The files of parts, by name.
        private var parts: [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: out + "/parts")) ?? []).sorted().map {
                "\(out)/parts/\($0)"
            }
        }

        private func change(_ body: (inout Data) -> Void) throws {
            for path in parts {
                var data = try Data(contentsOf: URL(filePath: path))
                body(&data)
                try data.write(to: URL(filePath: path))
            }
        }

        @Test func aChangedDigitIsMadeAgain() throws {
            let input = try folder.addDocuments(3)
            let first = try BulkResult([input], to: out)
            try change { data in
                guard let place = data.range(of: Data("2016600".utf8)) else { return }
                data.replaceSubrange(place, with: Data("2016601".utf8))
            }
            let again = try BulkResult([input], to: out)
            #expect(again.files == first.files)
            #expect((1...3).contains(again.summary.looked))
        }

        @Test(arguments: [UInt8(0x0A), 0x00, 0x49])
        func damageOfTheSameSizeIsMadeAgain(byte: UInt8) throws {
            let input = try folder.addDocuments(2)
            let first = try BulkResult([input], to: out)
            try change { $0 = Data(repeating: byte, count: $0.count) }
            #expect(try BulkResult([input], to: out).files == first.files)
        }

        @Test func foreignNamesAreLeftAlone() throws {
            let input = try folder.addDocuments(2)
            let first = try BulkResult([input], to: out)
            let names = ["9223372036854775807.lines", "1000000000000.lines", "1.lines", "-1.lines"]
            for name in names { try folder.write(Data("x".utf8), as: "out/parts/\(name)") }
            try folder.write(Data("x".utf8), as: "out/parts/99999999.lines")
            let start = ContinuousClock.now
            #expect(try BulkResult([input], to: out).files == first.files)
            try folder.write(GoodForm.data() + Data("% new".utf8), as: "in/new.pdf")
            #expect(try BulkResult([input], to: out).summary.counts.inputs == 3)
            #expect(start.duration(to: .now) < .seconds(30))
            for name in names { #expect(FileManager.default.fileExists(atPath: "\(out)/parts/\(name)")) }
        }

        @Test func aShareThatIsDamagedIsNotJoined() throws {
            let input = try folder.addDocuments(2)
            _ = try BulkResult([input], to: out) { $0.shard = Shard("1/1") }
            try change { $0[$0.count / 2] ^= 1 }
            #expect {
                try ShardMerger(output: folder.path("joined")).merge([out])
            } throws: { "\($0)".contains("Run the command of that folder again") }
        }

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
