import Foundation
import Testing

extension Bulk {
    /// Options of a run over many documents.
    @Suite struct BulkOptionsTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test(arguments: [
            (["--jobs", "0"], "--jobs needs"), (["--worker-documents", "0"], "--worker-documents needs"),
            (["--add", "--replace"], "exclude each other"), (["--shard", "3/2"], "shard"),
            (["--log-format", "xml"], "log-format"),
        ])
        func whatCannotBeIsRefused(options: [String], word: String) throws {
            let run = try Program.run(["convert", GoodForm.path, "--out", out] + options)
            #expect(run.status == 2)
            #expect(run.text.contains(word))
            #expect(folder.names.isEmpty)
        }

        @Test func aFreshRunForgetsWhatWasDone() throws {
            let first = try Program.run(["convert", GoodForm.path, "--out", out])
            #expect(first.text.contains("this run  1 files"))
            #expect(try Program.run(["convert", GoodForm.path, "--out", out]).text.contains("this run  0 files"))
            for option in ["--fresh", "--no-resume"] {
                #expect(
                    try Program.run(["convert", GoodForm.path, "--out", out, option]).text.contains("this run  1 files")
                )
            }
        }
    }
}
