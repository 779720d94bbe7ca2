import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Nothing is lost on the way: results of other documents, shares, and what the exit status says.
    @Suite struct ResultSafetyTests {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            for (month, names) in [("1", ["a", "b"]), ("2", ["c"])] {
                try FileManager.default.createDirectory(atPath: folder.path(month), withIntermediateDirectories: true)
                for name in names {
                    try folder.write(GoodForm.data() + Data("% \(name)".utf8), as: "\(month)/\(name).pdf")
                }
            }
        }

        private var out: String { folder.path("out") }

        @Test func resultsOfOtherFoldersAreNotReplaced() throws {
            let january = try BulkResult([folder.path("1")], to: out)
            for _ in 0..<2 {
                let refused = try Program.run(["convert", folder.path("2"), "--out", out])
                #expect(refused.status == 2)
                #expect(refused.text.contains("holds 2 documents") && refused.text.contains("--add"))
            }
            #expect(try BulkResult.files(of: out) == january.files)
            #expect(try BulkResult([folder.path("1") + "/"], to: out).files != [:])
            #expect(try RunStatus(folder: out).state == "complete")
        }

        @Test func addKeepsThemAndReplaceDoesNot() throws {
            _ = try BulkResult([folder.path("1")], to: out)
            let both = try BulkResult([folder.path("2")], to: out) { $0.earlier = .add }
            #expect(both.summary.counts.inputs == 3 && both.summary.looked == 1)
            #expect(
                try both.files == BulkResult([folder.path("1"), folder.path("2")], to: folder.path("whole")).files)
            let one = try BulkResult([folder.path("2")], to: out) { $0.earlier = .replace }
            #expect(one.summary.counts.inputs == 1)
        }

        @Test func filesThatAreGoneAreCounted() throws {
            _ = try BulkResult([folder.path("1")], to: out)
            try FileManager.default.removeItem(atPath: folder.path("1/a.pdf"))
            let run = try BulkResult([folder.path(".") + "/1"], to: out)
            #expect(run.summary.gone >= 1 && run.summary.counts.inputs == 1)
            _ = try BulkResult([folder.path("*/?.pdf")], to: out)
            try FileManager.default.removeItem(atPath: folder.path("2/c.pdf"))
            #expect(try BulkResult([folder.path("*/?.pdf")], to: out).summary.gone == 1)
        }

        @Test func aDocumentWithoutAFormIsAnAnswer() throws {
            let blank = Corpus.path("bad-blank-pages.pdf")
            #expect(try Program.run(["convert", blank, "--out", out]).status == 0)
            #expect(try Program.run(["convert", blank, "--out", out, "--strict"]).status == 3)
            #expect(try Program.run(["convert", blank]).status == 0)
            #expect(try Program.run(["convert", blank, "--strict"]).status == 3)
            try folder.write(Data(), as: "1/empty.pdf")
            #expect(try Program.run(["convert", folder.path("1"), "--out", folder.path("other")]).status == 3)
        }

        private func share(_ text: String) throws -> String {
            let place = folder.path("share-\(text.replacing("/", with: "-"))")
            _ = try BulkResult([folder.path("1"), folder.path("2")], to: place) { $0.shard = Shard(text) }
            return place
        }

        private func refusal(_ folders: [String]) -> String {
            do {
                _ = try ShardMerger(output: folder.path("joined-\(UUID().uuidString)")).merge(folders)
                return ""
            } catch {
                return String(describing: error)
            }
        }

        @Test func everyShareIsNeededOnce() throws {
            let thirds = try [share("1/3"), share("2/3"), share("3/3")]
            #expect(refusal(thirds).isEmpty)
            #expect(refusal([thirds[1]]).contains("missing: 1/3, 3/3"))
            #expect(refusal([thirds[0], try share("2/2")]).contains("only shares of one number"))
            #expect(refusal(thirds + [thirds[0]]).contains("both share 1/3"))
            let whole = try BulkResult([folder.path("1")], to: out)
            #expect(whole.summary.isComplete)
            #expect(refusal([out]).contains("without --shard"))
        }

        @Test func theFirstRunOfAMissingFileDoesNotSayThatItIsDone() throws {
            let run = try Program.run(["convert", folder.path("gone.pdf"), "--out", out])
            #expect(!run.text.contains("done already"))
        }

        @Test func aWrongPasswordFileShowsNoUsageOfOtherCommands() throws {
            let run = try Program.run(["tables", GoodForm.path, "--password-file", folder.path("none")])
            #expect(run.status == 2)
            #expect(run.text.contains("The password file") && !run.text.contains("Usage"))
        }
    }
}
