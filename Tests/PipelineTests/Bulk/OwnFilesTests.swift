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

        @Test func anInputBehindALinkOfTheResultsIsLeftWhole() throws {
            let path = try folder.addGoodForm(as: "a.pdf")
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            symlink(path, out + "/indicators.jsonl")
            _ = try? BulkResult([path], to: out)
            #expect(try Data(contentsOf: URL(filePath: path)) == GoodForm.data())
        }
    }
}
