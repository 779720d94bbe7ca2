import Foundation
import Testing

@testable import Pipeline

/// One file under several names.
@Suite struct FileIdentityTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func namesAndDescriptorsOfOneFileAreOne() throws {
        let path = try folder.write(Data("a".utf8), as: "a")
        link(path, folder.path("hard"))
        symlink("a", folder.path("soft"))
        let copy = try folder.write(Data("a".utf8), as: "copy")
        let identity = FileIdentity(path: path)
        #expect(identity != nil)
        #expect(FileIdentity(path: folder.path("hard")) == identity)
        #expect(FileIdentity(path: folder.path("soft")) == identity)
        #expect(FileIdentity(path: copy) != identity)
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        #expect(FileIdentity(descriptor: handle.fileDescriptor) == identity)
        #expect(FileIdentity(path: folder.path("gone")) == nil)
        #expect(FileIdentity(descriptor: -1) == nil)
    }

    /// What has no content that could be written over is nobody's input.
    @Test func onlyFilesHaveContent() throws {
        let path = try folder.write(Data("a".utf8), as: "a")
        mkfifo(folder.path("pipe"), 0o600)
        #expect(InputFile.path(path).identity == FileIdentity(path: path))
        #expect(InputFile.bytes(path: Array(path.utf8), name: "").identity == FileIdentity(path: path))
        #expect(InputFile.path(folder.path("pipe")).identity == nil)
        #expect(InputFile.path(folder.path).identity == nil)
        #expect(InputFile.path(folder.path("gone")).identity == nil)
    }
}
