import Foundation
import Testing

extension Bulk {
    /// What is wrong with a command line is said in the order in which a person would mend it.
    @Suite struct OptionHintTests {
        @Test(
            arguments: [
                (["export", "x", "--too", "a.csv"], "Did you mean --to?"),
                (["tables", "--fromat", "csv"], "Did you mean --format?"),
                (["merge", "--uot=x"], "Did you mean --out?"),
                (["convert", "--frobnicate"], "has no option --frobnicate. zhibiao convert --help"),
            ])
        func aMisspeltOptionIsSaidFirst(arguments: [String], word: String) throws {
            let run = try Program.run(arguments)
            #expect(run.status == 2 && run.text.contains(word), "\(run.text)")
            #expect(!run.text.contains("Missing"))
        }

        @Test func whatIsMissingIsSaidOtherwise() throws {
            #expect(try Program.run(["export", "x"]).text.contains("Missing expected argument '--to"))
            let run = try Program.run(["merge", "--out", "x", "--", "--uot"])
            #expect(run.status == 1 && run.text.contains("--uot is not the output folder"))
        }
    }
}
