import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// One run at a time into a folder.
    @Suite struct FolderLockTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func anotherRunIsKeptOut() throws {
            let input = try folder.addDocuments(2)
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            let lock = open(out + "/.lock", O_RDWR | O_CREAT, 0o666)
            flock(lock, LOCK_EX)
            #expect {
                try BulkResult([input], to: out)
            } throws: { "\($0)".contains("Another run is writing") }
            close(lock)
            #expect(try BulkResult([input], to: out).summary.looked == 2)
        }

        @Test(.enabled(if: getuid() != 0, "The root user may write everywhere"))
        func aReadOnlyFolderIsNamed() throws {
            let input = try folder.addDocuments(1)
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: out)
            #expect {
                try BulkResult([input], to: out)
            } throws: { "\($0)".contains("--out") }
        }
    }
}
