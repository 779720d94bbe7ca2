import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Commands that are none.
    @Suite struct CommandHintTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func aMisspeltCommandIsGuessed() throws {
            let run = try Program.run(["convrt", "a.pdf"])
            #expect(run.status == 2)
            #expect(run.text.contains("Did you mean convert?"))
        }
    }
}
