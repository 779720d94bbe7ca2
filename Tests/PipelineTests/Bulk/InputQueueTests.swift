import Bulk
import Foundation
import Testing

extension Bulk {
    /// Inputs are opened and hashed before a worker gets them.
    @Suite struct InputQueueTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        /// The content is only looked at when the input's turn comes: what cannot be opened then is named.
        @Test func whatCannotBeOpenedIsNamedAndTheRestIsConverted() throws {
            try folder.addGoodForm(as: "a.pdf")
            mkfifo(folder.path("b.pdf"), 0o600)
            let run = try BulkResult([folder.path("a.pdf"), folder.path("b.pdf")], to: out)
            #expect(try run.codes() == ["b.pdf": "unreadable"])
            #expect(try names(run) == ["a.pdf"])
        }

        /// A content that is being converted under one name is not converted again under another.
        @Test func oneContentGoesToOneWorker() throws {
            for name in ["a.pdf", "b.pdf", "c.pdf", "d.pdf"] { try folder.addGoodForm(as: name) }
            let run = try BulkResult([folder.path], to: out) { $0.jobs = 4 }
            #expect(run.summary.pagesRead == 1)
            #expect(try names(run) == ["a.pdf", "b.pdf", "c.pdf", "d.pdf"])
        }
    }
}
