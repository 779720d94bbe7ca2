import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// The other end of a run.
    @Suite struct WorkerTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func aWorkerWithoutARunEnds() throws {
            let worker = try Program.run(
                ["worker", "--parent", "1"], shell: "exec \"$0\" \"$@\" 3</dev/null 4>/dev/null")
            #expect(worker.text.isEmpty)
        }
    }
}
