import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Shares of an archive.
    @Suite struct ShardTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func aFolderIsSharedOutAlikeUnderAnyPath() throws {
            let inside = try folder.addDocuments(8)
            let link = folder.path("elsewhere")
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: inside)
            let here = try BulkResult([inside], to: folder.path("a")) { $0.shard = Shard("1/2") }
            let there = try BulkResult([link + "/"], to: folder.path("b")) { $0.shard = Shard("1/2") }
            let tails = try [here, there].map { run in
                try BulkResult.lines(run.files[.forms]).compactMap {
                    (($0["source"] as? [String: Any])?["file"] as? String)?.split(separator: "/").suffix(2).joined()
                }
            }
            #expect(tails[0] == tails[1])
            #expect((1...7).contains(tails[0].count))
        }

        @Test(arguments: ["", "1", "0/2", "3/2", "a/b", "1/2/3", "-1/2", "1/0"])
        func whatIsNoShareIsRefused(text: String) { #expect(Shard(text) == nil) }

        @Test func aShareReadsAsItWasWritten() { #expect(Shard("2/8")?.description == "2/8") }
    }
}
