import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// One document from standard input.
    @Suite struct SpoolTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

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
    }
}
