import Bulk
import Foundation
import Testing

extension Bulk {
    /// Inputs from everywhere, and outputs that cannot be written.
    @Suite struct BulkInputTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func aFileThatVanishesBeforeItsTurnIsNamed() throws {
            // A name in the list is looked at when the list is read; its content only later, by a worker.
            let path = try folder.addGoodForm(as: "a.pdf")
            try folder.addGoodForm(as: "b.pdf")
            let run = try BulkResult([folder.path], to: out) { _ in try? FileManager.default.removeItem(atPath: path) }
            #expect(run.summary.counts.inputs == 1)
            let named = try BulkResult([path, folder.path("b.pdf")], to: folder.path("other"))
            #expect(try named.codes() == ["a.pdf": "unreadable"])
        }

        @Test func aFullDiskIsNamedAndLosesNothing() throws {
            let input = try folder.addDocuments(12)
            // No file may be longer than 64 blocks of 1024 bytes: what is written first is kept.
            let full = try Program.run(
                ["convert", input, "--out", out, "--jobs", "1"], shell: "ulimit -f 64; trap '' XFSZ; exec \"$0\" \"$@\""
            )
            #expect(full.status == 1)
            #expect(full.text.contains("cannot be"))
            let whole = try BulkResult([input], to: out)
            #expect(try whole.files == BulkResult([input], to: folder.path("clean")).files)
        }

    }
}
