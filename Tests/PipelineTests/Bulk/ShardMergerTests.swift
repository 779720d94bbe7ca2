import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Shares joined to a whole.
    @Suite struct ShardMergerTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func sharesJoinToWhatOneRunWrites() throws {
            let input = try folder.addDocuments(9)
            try folder.write(Data(), as: "in/0/empty.pdf")
            let whole = try BulkResult([input], to: folder.path("whole"))
            var looked: [Int] = []
            for index in 1...3 {
                let share = try BulkResult([input], to: folder.path("share-\(index)")) {
                    $0.shard = Shard("\(index)/3")
                }
                looked.append(share.summary.looked)
            }
            #expect(looked.reduce(0, +) == 10)
            #expect(looked.filter { $0 > 0 }.count > 1)
            let shares = [2, 1, 3].map { folder.path("share-\($0)") }
            let summary = try ShardMerger(output: folder.path("joined")).merge(shares)
            #expect(try BulkResult.files(of: folder.path("joined")) == whole.files)
            #expect(summary.counts == whole.summary.counts)
        }

        @Test func sharesOfDifferentSettingsAreNotJoined() throws {
            let input = try folder.addDocuments(2)
            _ = try BulkResult([input], to: folder.path("a"))
            _ = try BulkResult([input], to: folder.path("b")) { $0.conversion.pages = "1" }
            #expect {
                try ShardMerger(output: folder.path("c")).merge([folder.path("a"), folder.path("b")])
            } throws: { "\($0)".contains("different settings") }
        }

        @Test func aShareThatIsDamagedIsNotJoined() throws {
            let input = try folder.addDocuments(2)
            _ = try BulkResult([input], to: out) { $0.shard = Shard("1/1") }
            try change { $0[$0.count / 2] ^= 1 }
            #expect {
                try ShardMerger(output: folder.path("joined")).merge([out])
            } throws: { "\($0)".contains("Run the command of that folder again") }
        }
    }
}
