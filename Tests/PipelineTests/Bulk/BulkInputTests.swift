import Bulk
import Foundation
import Testing

extension Bulk {
    /// Inputs from everywhere, and outputs that cannot be written.
    @Suite struct BulkInputTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        private func names(_ run: BulkResult) throws -> [String] {
            try BulkResult.lines(run.files[.forms]).compactMap {
                (($0["source"] as? [String: Any])?["file"] as? String)?.replacingOccurrences(
                    of: folder.path + "/", with: "")
            }
        }

        @Test func aPatternThatTheShellLeftIsExpanded() throws {
            try folder.addGoodForm(as: "a1.pdf")
            try folder.addGoodForm(as: "a2.pdf")
            try folder.addGoodForm(as: "b1.pdf")
            #expect(try names(BulkResult([folder.path("a*.pdf")], to: out)) == ["a1.pdf", "a2.pdf"])
        }

        @Test func aNameThatLooksLikeAPatternIsAName() throws {
            try folder.addGoodForm(as: "a[1].pdf")
            try folder.addGoodForm(as: "a1.pdf")
            #expect(try names(BulkResult([folder.path("a[1].pdf")], to: out)) == ["a[1].pdf"])
        }

        @Test(arguments: ["\n", "\r\n", "\0"])
        func aListNamesInputs(end: String) throws {
            try folder.addGoodForm(as: "a.pdf")
            try folder.addGoodForm(as: "b.pdf")
            let list = [folder.path("b.pdf"), folder.path("a.pdf"), folder.path("gone.pdf")].joined(separator: end)
            try folder.write(Data(list.utf8), as: "list.txt")
            let run = try BulkResult([], to: out, list: folder.path("list.txt"))
            #expect(try names(run) == ["a.pdf", "b.pdf"])
            #expect(try run.codes() == ["gone.pdf": "unreadable"])
        }

        @Test func aListThatIsNotThereIsNamed() {
            #expect {
                try BulkResult([], to: out, list: folder.path("nothing.txt"))
            } throws: { "\($0)".contains("--files-from") }
        }

        @Test func aNameThatIsNoTextIsConverted() throws {
            let bytes: [UInt8] = Array(folder.path("x-").utf8) + [0xBC, 0xA8] + Array(".pdf".utf8)
            let path = bytes.map { CChar(bitPattern: $0) } + [0]
            let file = try #require(fopen(path, "w"))
            try GoodForm.data().withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
            fclose(file)
            let run = try BulkResult([folder.path], to: out)
            #expect(try names(run) == ["x-\\xBC\\xA8.pdf"])
            #expect(run.summary.failureLines == 0)
        }

        @Test func aLoopOfLinksEnds() throws {
            let inside = try folder.addDocuments(2)
            try FileManager.default.createSymbolicLink(atPath: inside + "/0/up", withDestinationPath: inside)
            try FileManager.default.createSymbolicLink(atPath: inside + "/self.pdf", withDestinationPath: "self.pdf")
            let run = try BulkResult([inside], to: out)
            #expect(run.summary.counts.inputs == 2)
            #expect(run.summary.failureLines == 0)
        }

        @Test func aFolderIsSharedOutAlikeUnderAnyPath() throws {
            let inside = try folder.addDocuments(8)
            let link = folder.path("elsewhere")
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: inside)
            let here = try BulkResult([inside], to: folder.path("a")) { $0.shard = Shard("1/2") }
            let there = try BulkResult([link + "/"], to: folder.path("b")) { $0.shard = Shard("1/2") }
            let tails = try [here, there].map { run in
                try BulkResult.lines(run.files[.forms]).compactMap {
                    (($0["source"] as? [String: Any])?["file"] as? String)?.split(separator: "/").suffix(2).joined()
                }
            }
            #expect(tails[0] == tails[1])
            #expect((1...7).contains(tails[0].count))
        }

        @Test func aFileThatVanishesBeforeItsTurnIsNamed() throws {
            // A name in the list is looked at when the list is read; its content only later, by a worker.
            let path = try folder.addGoodForm(as: "a.pdf")
            try folder.addGoodForm(as: "b.pdf")
            let run = try BulkResult([folder.path], to: out) { _ in try? FileManager.default.removeItem(atPath: path) }
            #expect(run.summary.counts.inputs == 1)
            let named = try BulkResult([path, folder.path("b.pdf")], to: folder.path("other"))
            #expect(try named.codes() == ["a.pdf": "unreadable"])
        }

        @Test func standardInputIsOneDocument() throws {
            let command = "exec \"$0\" \"$@\" <'\(GoodForm.path)'"
            let first = try Program.run(["convert", "-", "--out", out, "--jobs", "1"], shell: command)
            #expect(first.status == 0)
            let line = try #require(try BulkResult.lines(try BulkResult.files(of: out)[.forms]).first)
            #expect((line["source"] as? [String: Any])?["file"] as? String == "-")
            // Another document under the same name.
            let other = Corpus.path("bad-blank-pages.pdf")
            let second = try Program.run(
                ["convert", "-", "--out", out, "--jobs", "1"], shell: "exec \"$0\" \"$@\" <'\(other)'")
            #expect(second.status == 0)
            #expect(try BulkResult.lines(try BulkResult.files(of: out)[.forms]).isEmpty)
            #expect(!folder.names.contains { $0.contains("standard-input") })
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

        @Test func anotherRunIsKeptOut() throws {
            let input = try folder.addDocuments(2)
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            let lock = open(out + "/.lock", O_RDWR | O_CREAT, 0o666)
            flock(lock, LOCK_EX)
            #expect {
                try BulkResult([input], to: out)
            } throws: { "\($0)".contains("Another run is writing") }
            close(lock)
            #expect(try BulkResult([input], to: out).summary.looked == 2)
        }

        @Test(.enabled(if: getuid() != 0, "The root user may write everywhere"))
        func aReadOnlyFolderIsNamed() throws {
            let input = try folder.addDocuments(1)
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: out)
            #expect {
                try BulkResult([input], to: out)
            } throws: { "\($0)".contains("--out") }
        }
    }
}
