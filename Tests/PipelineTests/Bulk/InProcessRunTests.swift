import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Runs without workers.
    @Suite struct InProcessRunTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func workersGiveWhatOneProcessGives() throws {
            let paths = [Corpus.path("targets-2025.chromium.pdf"), Corpus.path("bad-truncated.pdf"), GoodForm.path]
            let one = try BulkResult(paths, to: folder.path("one")) { $0.isolation = .inProcess }
            #expect(one.summary.counts.indicators > 50)
            for jobs in [1, 3] {
                let workers = try BulkResult(paths, to: folder.path("workers-\(jobs)")) { $0.jobs = jobs }
                #expect(workers.files == one.files)
            }
        }
    }
}
