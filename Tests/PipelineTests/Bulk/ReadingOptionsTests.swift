import Foundation
import Testing

extension Bulk {
    /// Options of every command that reads PDFs.
    @Suite struct ReadingOptionsTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test(arguments: [
            (["--pages", "0"], "pages"), (["--ocr", "sometimes"], "ocr"),
            (["--ocr-engine", "magic"], "There is no engine"),
            (["--page-seconds", "0"], "above zero"), (["--memory-mb", "5"], "Raise --memory-mb"),
            (["--output-mb", "0"], "--output-mb"),
        ])
        func whatCannotBeIsRefused(options: [String], word: String) throws {
            for command in ["convert", "runs", "tables"] {
                let run = try Program.run([command, GoodForm.path] + options)
                #expect(run.status == 2)
                #expect(run.text.contains(word))
            }
        }

        /// The first line of the file, or the variable.
        @Test func aPasswordComesFromAFileOrTheEnvironment() throws {
            let locked = Corpus.path("bad-user-password.pdf")
            #expect(try Program.run(["runs", locked]).status == 3)
            try folder.write(Data("secret\r\nmore\n".utf8), as: "password")
            #expect(try Program.run(["runs", locked, "--password-file", folder.path("password")]).status == 0)
            let run = try Program.run(["runs", locked], shell: "ZHIBIAO_PASSWORD=secret exec \"$0\" \"$@\"")
            #expect(run.status == 0)
        }

        @Test func onlyThePagesThatAreNamedAreRead() throws {
            let path = Corpus.path("approval-2025.two-per-page.chromium.pdf")
            let run = try Program.run(["runs", path, "--pages", "2"])
            #expect(run.text.contains("\"page\":2,") && !run.text.contains("\"page\":1,"))
        }
    }
}
