import Foundation
import Testing

extension Bulk {
    /// A file behind `--corrections`.
    @Suite struct CorrectionFileTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test(arguments: [["evaluate"], ["convert"]])
        func whatIsNoFileOfCorrectionsIsRefused(command: [String]) throws {
            let target = command == ["convert"] ? [try folder.addDocuments(1), "--out", out] : [out]
            let path = try folder.write(Data("{}\n".utf8), as: "corrections.jsonl")
            let (status, text) = try Program.run(command + target + ["--corrections", path])
            #expect(status == 2 && text.contains("Line 1 is no correction"))
            let missing = try Program.run(command + target + ["--corrections", folder.path("none")])
            #expect(missing.status == 2 && missing.text.contains("cannot be read"))
        }
    }
}
