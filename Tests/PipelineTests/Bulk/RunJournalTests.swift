import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// One content under several names.
    @Suite struct RunJournalTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func oneContentUnderTwoNamesIsConvertedOnce() throws {
            for name in ["a.pdf", "b.pdf", "c.pdf"] { try folder.addGoodForm(as: name) }
            let run = try BulkResult([folder.path], to: folder.path("out"))
            // Pages are counted where they are read.
            #expect(run.summary.pagesRead == 1)
            #expect(run.summary.counts.inputs == 3)
            let files = try BulkResult.lines(run.files[.forms]).map {
                ($0["source"] as? [String: Any])?["file"] as? String
            }
            #expect(files == ["a.pdf", "b.pdf", "c.pdf"].map { folder.path($0) })
            #expect(try BulkResult.lines(run.files[.indicators]).count == 3 * GoodForm.indicators)
            let texts = try BulkResult.lines(run.files[.forms]).map { $0["form_id"] as? String }
            #expect(Set(texts).count == 1)
        }
    }
}
