import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// What lies below the paths that are named.
    @Suite struct NamedPathsTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            try folder.addMonths()
        }

        @Test func filesThatAreGoneAreCounted() throws {
            _ = try BulkResult([folder.path("1")], to: out)
            try FileManager.default.removeItem(atPath: folder.path("1/a.pdf"))
            let run = try BulkResult([folder.path(".") + "/1"], to: out)
            #expect(run.summary.gone >= 1 && run.summary.counts.inputs == 1)
            _ = try BulkResult([folder.path("*/?.pdf")], to: out)
            try FileManager.default.removeItem(atPath: folder.path("2/c.pdf"))
            #expect(try BulkResult([folder.path("*/?.pdf")], to: out).summary.gone == 1)
        }
    }
}
