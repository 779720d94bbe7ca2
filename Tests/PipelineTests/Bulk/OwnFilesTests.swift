import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Nothing of the run itself is an input.
    @Suite struct OwnFilesTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func nothingOfTheRunIsAnInput() throws {
            let input = try folder.addDocuments(2)
            let inside = input + "/out"
            let first = try BulkResult([input], to: inside)
            // As a kill leaves it.
            try folder.addGoodForm(as: "in/out/.standard-input.pdf")
            let second = try BulkResult([input], to: inside)
            #expect(second.summary.counts.inputs == 2)
            #expect(second.files == first.files)
            #expect(!FileManager.default.fileExists(atPath: inside + "/.standard-input.pdf"))
        }

        @Test func aResultThatIsNamedAsInputIsRefused() throws {
            let input = try folder.addDocuments(1)
            _ = try BulkResult([input], to: out)
            let run = try BulkResult([input, out + "/forms.jsonl"], to: out)
            #expect(try run.codes() == ["forms.jsonl": "unreadable"])
            #expect(run.summary.counts.forms == 1)
        }

        /// Whatever a command reads, by its own name or by that of a link among the results.
        @Test func whatOptionsNameIsNoOutput() throws {
            let dictionary = try folder.write(Data("columns:\n  actual_unit: [甲乙丙丁]\n".utf8), as: "w.yaml")
            let password = try folder.write(Data("secret\n".utf8), as: "p.txt")
            let list = try folder.write(Data("\(GoodForm.path)\n".utf8), as: "l.txt")
            func refused(_ arguments: [String], _ path: String) throws {
                let before = try Data(contentsOf: URL(filePath: path))
                let (status, text) = try Program.run(arguments)
                #expect(status != 0 && text.contains("is an input"), "\(arguments) \(text)")
                #expect(try Data(contentsOf: URL(filePath: path)) == before)
            }
            try refused(["inspect", GoodForm.path, "--dictionary", dictionary, "--out", dictionary], dictionary)
            for command in ["inspect", "tables"] {
                try refused([command, GoodForm.path, "--password-file", password, "--out", password], password)
            }
            for (option, path) in [("--dictionary", dictionary), ("--password-file", password), ("--files-from", list)]
            {
                try? FileManager.default.removeItem(atPath: out)
                try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
                symlink(path, out + "/forms.jsonl")
                let named = option == "--files-from" ? [] : [GoodForm.path]
                try refused(["convert"] + named + [option, path, "--out", out], path)
            }
        }

        @Test func resultsAreNotReplacedByWhatIsMadeOfThem() throws {
            let results = folder.path("first")
            _ = try BulkResult([try folder.addDocuments(1)], to: results) { $0.shard = Shard("1/1") }
            let before = try BulkResult.files(of: results)
            let words = try Program.run(["words", results, "--out", results + "/forms.jsonl"])
            #expect(words.status != 0 && words.text.contains("is an input"))
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            symlink(results + "/forms.jsonl", out + "/forms.jsonl")
            let merge = try Program.run(["merge", results, "--out", out])
            #expect(merge.status != 0 && merge.text.contains("is an input"))
            #expect(try BulkResult.files(of: results) == before)
        }

        @Test func anInputBehindALinkOfTheResultsIsLeftWhole() throws {
            let path = try folder.addGoodForm(as: "a.pdf")
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            symlink(path, out + "/indicators.jsonl")
            _ = try? BulkResult([path], to: out)
            #expect(try Data(contentsOf: URL(filePath: path)) == GoodForm.data())
        }
    }
}
