import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// How a run stands, seen from outside.
    @Suite struct RunStatusTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func theStatusTellsWhatIsThere() throws {
            let input = try folder.addDocuments(2)
            try folder.write(Data(), as: "in/empty.pdf")
            _ = try BulkResult([input], to: folder.path("out"))
            let status = try RunStatus(folder: folder.path("out"))
            #expect(status.state == "complete")
            #expect(status.counts.statuses == [.done: 2, .failed: 1])
            var failed: [String] = []
            try RunStatus.list(.failed, in: folder.path("out")) { name, code in failed.append("\(name) \(code ?? "")") }
            #expect(failed == [folder.path("in/empty.pdf") + " empty_file"])
            #expect(throws: OutputError.self) { try RunStatus(folder: folder.path("nowhere")) }
        }
    }
}
