import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// No work is done twice, and none of it for other settings.
    @Suite struct LedgerTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func aSecondRunDoesOnlyWhatIsNew() throws {
            let input = try folder.addDocuments(4)
            let first = try BulkResult([input], to: folder.path("out"))
            #expect(first.summary.looked == 4)
            let second = try BulkResult([input], to: folder.path("out"))
            #expect(second.summary.looked == 0)
            #expect(second.files == first.files)

            try folder.write(GoodForm.data() + Data("\n% changed\n".utf8), as: "in/0/2.pdf")
            try folder.addGoodForm(as: "in/1/new.pdf")
            let third = try BulkResult([input], to: folder.path("out"))
            #expect(third.summary.looked == 2)
            #expect(third.summary.counts.inputs == 5)
            #expect(try third.files == BulkResult([input], to: folder.path("fresh")).files)
        }

        @Test func aFileThatIsGoneIsGoneFromTheResults() throws {
            let input = try folder.addDocuments(3)
            _ = try BulkResult([input], to: folder.path("out"))
            try FileManager.default.removeItem(atPath: folder.path("in/1/1.pdf"))
            let run = try BulkResult([input], to: folder.path("out"))
            #expect(run.summary.counts.inputs == 2)
            #expect(run.summary.looked == 0)
            #expect(try run.files == BulkResult([input], to: folder.path("fresh")).files)
        }

        @Test func otherSettingsAreOtherWork() throws {
            let input = try folder.addDocuments(2)
            _ = try BulkResult([input], to: folder.path("out"))
            let run = try BulkResult([input], to: folder.path("out")) { $0.conversion.pages = "2-" }
            #expect(run.summary.looked == 2)
            #expect(run.summary.counts.forms == 0)
        }

        @Test func whatFailedIsTakenUpAgainWhenAsked() throws {
            try folder.addGoodForm()
            try folder.write(Data("no PDF".utf8), as: "bad.pdf")
            #expect(try BulkResult([folder.path], to: folder.path("out")).codes() == ["bad.pdf": "not_pdf"])
            #expect(try BulkResult([folder.path], to: folder.path("out")).summary.looked == 0)
            let retry = try BulkResult([folder.path], to: folder.path("out")) { $0.retriesFailed = true }
            #expect(retry.summary.looked == 1)
            #expect(try retry.codes() == ["bad.pdf": "not_pdf"])
        }
    }
}
