import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Shares that make a whole.
    @Suite struct ShareSetTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            try folder.addMonths()
        }

        private func share(_ text: String) throws -> String {
            let place = folder.path("share-\(text.replacing("/", with: "-"))")
            _ = try BulkResult([folder.path("1"), folder.path("2")], to: place) { $0.shard = Shard(text) }
            return place
        }

        private func refusal(_ folders: [String]) -> String {
            do {
                _ = try ShardMerger(output: folder.path("joined-\(UUID().uuidString)")).merge(folders)
                return ""
            } catch {
                return String(describing: error)
            }
        }

        @Test func everyShareIsNeededOnce() throws {
            let thirds = try [share("1/3"), share("2/3"), share("3/3")]
            #expect(refusal(thirds).isEmpty)
            #expect(refusal([thirds[1]]).contains("missing: 1/3, 3/3"))
            #expect(refusal([thirds[0], try share("2/2")]).contains("only shares of one number"))
            #expect(refusal(thirds + [thirds[0]]).contains("both share 1/3"))
            let whole = try BulkResult([folder.path("1")], to: out)
            #expect(whole.summary.isComplete)
            #expect(refusal([out]).contains("without --shard"))
        }
    }
}
