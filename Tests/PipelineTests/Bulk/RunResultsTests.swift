import Bulk
import Foundation
import Normalize
import Pipeline
import Testing

@testable import Export

extension Bulk {
    /// What a run has written, or has finished so far, can be taken out.
    @Suite struct RunResultsTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        private func lines() throws -> (lines: [OutputFolder.Stream: [[UInt8]]], damaged: [String]) {
            var lines: [OutputFolder.Stream: [[UInt8]]] = [:]
            let damaged = try RunResults(folder: out).forEachLine { stream, line in
                lines[stream, default: []].append(line.last == 0x0A ? line.dropLast() : line)
            }
            return (lines, damaged)
        }

        private func change(_ statement: String) throws {
            _ = try ForeignSQLite.rows(out + "/ledger.sqlite", statement)
        }

        private func breakOff() throws {
            for stream in OutputFolder.Stream.results {
                try FileManager.default.removeItem(atPath: "\(out)/\(stream.rawValue).jsonl")
            }
            try change("UPDATE runs SET state = 'broken off'")
        }

        @Test func aRunThatWasBrokenOffGivesWhatItHadFinished() throws {
            let input = try folder.addDocuments(4)
            try folder.write(Data("no PDF".utf8), as: "in/bad.pdf")
            _ = try BulkResult([input], to: out)
            let whole = try lines().lines
            #expect(try RunResults(folder: out).isComplete)
            try breakOff()
            #expect(try !RunResults(folder: out).isComplete)
            #expect(try lines().lines == whole)
            try change("UPDATE inputs SET todo = 1 WHERE CAST(path AS TEXT) LIKE '%/0/%'")
            let part = try lines().lines
            #expect(part[.forms]?.count == 2 && part[.failures]?.count == 1)
            #expect(part[.indicators]?.count == 2 * GoodForm.indicators)
        }

        @Test func aKilledRunIsExported() throws {
            let input = try folder.addDocuments(40)
            let slow = ["ZHIBIAO_FAULTS": "1:1:slow"]
            let process = try Program.start(["convert", input, "--out", out, "--jobs", "2"], environment: slow)
            for _ in 0..<400 {
                if let status = try? RunStatus(folder: out), status.counts.statuses[.done] ?? 0 >= 2 { break }
                usleep(10_000)
            }
            // While it is going on, and after it was killed.
            for _ in 0..<2 {
                let (status, text) = try Program.run(["export", out, "--to", folder.path("r.sqlite")])
                #expect(status == 0 && text.contains("not complete"), "\(text)")
                kill(process.processIdentifier, SIGKILL)
            }
            process.waitUntilExit()
            let counts = try ForeignSQLite.rows(
                folder.path("r.sqlite"), "SELECT count(*), (SELECT count(*) FROM form) FROM indicator")
            let forms = try #require(Int(counts[0][1] ?? ""))
            #expect((2..<40).contains(forms))
            #expect(counts[0][0] == "\(forms * GoodForm.indicators)")
        }

        @Test func damagedLinesAreLeftOutAndNamed() throws {
            let input = try folder.addDocuments(2)
            _ = try BulkResult([input], to: out)
            try breakOff()
            try change("UPDATE contents SET checksum = 1 WHERE sha256 = (SELECT min(sha256) FROM contents)")
            let found = try lines()
            #expect(found.damaged.count == 1)
            #expect(found.lines[.forms]?.count == 1)
        }

        @Test func aFolderWithoutResultsIsSaid() throws {
            #expect(throws: UsageError.self) { try RunResults(folder: folder.path) }
        }

        @Test func aLedgerThatCannotBeReadHidesNoFiles() throws {
            _ = try BulkResult([try folder.addDocuments(1)], to: out)
            try folder.write(Data("no ledger".utf8), as: "out/ledger.sqlite")
            #expect(try lines().lines[.forms]?.count == 1)
            try FileManager.default.removeItem(atPath: out + "/forms.jsonl")
            #expect(throws: OutputError.self) { try lines() }
        }

        @Test func theFilesAloneAreEnough() throws {
            let input = try folder.addDocuments(1)
            _ = try BulkResult([input], to: out)
            try FileManager.default.removeItem(atPath: out + "/ledger.sqlite")
            #expect(try lines().lines[.forms]?.count == 1)
        }
    }
}
