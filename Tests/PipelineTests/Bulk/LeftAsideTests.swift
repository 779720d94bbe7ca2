import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// What a search leaves alone.
    @Suite struct LeftAsideTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func whatIsLeftAloneIsCounted() throws {
            let input = try folder.addDocuments(2)
            for name in ["in/a.docx", "in/b.zip", "in/0/c.txt"] { try folder.write(Data("x".utf8), as: name) }
            symlink("nowhere", folder.path("in/d.pdf"))
            _ = try BulkResult([folder.path("in/0/0.pdf")], to: out)
            symlink(out + "/forms.jsonl", folder.path("in/forms"))
            mkfifo(folder.path("in/e.pdf"), 0o600)
            let run = try BulkResult([input], to: out)
            #expect(run.summary.leftAside.count == 6)
            #expect(run.summary.leftAside.names.contains(folder.path("in/a.docx")))
            #expect(run.summary.counts.inputs == 2)
        }
    }
}
