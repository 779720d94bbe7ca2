import Foundation
import Testing

@testable import Pipeline

/// Documents by the ways that they come.
@Suite struct InputFileTests {
    @Test func aFileIsReadHoweverItIsNamed() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Data("abc".utf8), as: "a.pdf")
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        let hash = try InputFile.path(path).read().sha256
        #expect(hash.hasPrefix("ba7816bf"))
        #expect(try InputFile.bytes(path: Array(path.utf8), name: "x").read().sha256 == hash)
        let opened = InputFile.opened(descriptor: handle.fileDescriptor, name: "x", sha256: "known")
        #expect(try opened.read().sha256 == "known")
        #expect(try opened.read().count == 3)
    }

    @Test func inputsAreOrderedByTheBytesOfTheirNames() {
        let inputs: [InputFile] = [.path("甲"), .standardInput, .path("b"), .bytes(path: [0xFF], name: "a"), .path("B")]
        #expect(inputs.sorted().map(\.name) == ["-", "B", "a", "b", "甲"])
    }
}
