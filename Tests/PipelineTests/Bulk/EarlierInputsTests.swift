import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Results of documents that a run has not found.
    @Suite struct EarlierInputsTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            try folder.addMonths()
        }

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
    }
}
