import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Nothing is lost on the way: results of other documents, shares, and what the exit status says.
    @Suite struct ResultSafetyTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            try folder.addMonths()
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
