import Foundation
import Testing

extension Bulk {
    /// Shares joined by the command.
    @Suite struct MergeCommandTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func sharesOnADiskThatNobodyCanWriteToAreJoined() throws {
            let input = try folder.addDocuments(2)
            let shares = ["1", "2"]
            for share in shares {
                _ = try Program.run(["convert", input, "--out", folder.path(share), "--shard", "\(share)/2"])
                try folder.close(share)
            }
            defer { for share in shares { folder.open(share) } }
            let place = folder.path("open")
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
            chmod(place, 0o777)
            let run = try Program.runUnprivileged([
                "merge", folder.path("1"), folder.path("2"), "--out", place + "/out",
            ])
            #expect(run.status == 0)
            #expect(run.text.contains("files     2"))
        }

        @Test func sharesAreJoined() throws {
            let input = try folder.addDocuments(3)
            for index in 1...2 {
                _ = try Program.run(["convert", input, "--out", folder.path("\(index)"), "--shard", "\(index)/2"])
            }
            let run = try Program.run(["merge", folder.path("1"), folder.path("2"), "--out", out])
            #expect(run.status == 0)
            #expect(run.text.contains("files     3"))
            let quiet = try Program.run([
                "merge", folder.path("1"), folder.path("2"), "--out", folder.path("q"), "--quiet",
            ])
            #expect(quiet.text.isEmpty)
            #expect(try Program.run(["merge", folder.path("1"), "--out", folder.path("x")]).status == 1)
            #expect(try Program.run(["merge", "--out", folder.path("x")]).status == 2)
        }
    }
}
