import CSandbox
import Foundation
import Pipeline
import Testing

@testable import Bulk

@Suite struct OpenInputTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func hash(_ input: OpenInput) throws -> String {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1000, alignment: 16)
        defer { buffer.deallocate() }
        while true { if let sha256 = try input.advance(buffer) { return sha256 } }
    }

    @Test func theHashIsThatOfTheContent() throws {
        let path = try folder.write(Data("abc".utf8), as: "a.pdf")
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(try hash(OpenInput(Array(path.utf8), path: [])) == known)
        #expect(try hash(OpenInput(reading: Array(path.utf8))) == known)
        let empty = try folder.write(Data(), as: "b.pdf")
        #expect(try hash(OpenInput(Array(empty.utf8), path: [])).hasPrefix("e3b0c442"))
    }

    @Test func aChangeIsNoticed() throws {
        let path = try folder.write(Data("abc".utf8), as: "a.pdf")
        let input = try OpenInput(Array(path.utf8), path: [])
        #expect(input.isUnchanged)
        try Data("abd".utf8).write(to: URL(filePath: path), options: [])
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        try handle.write(contentsOf: Data("x".utf8))
        try handle.close()
        let again = try OpenInput(Array(path.utf8), path: [])
        #expect(again.isUnchanged)
        let late = try FileHandle(forUpdating: URL(filePath: path))
        try late.write(contentsOf: Data("y".utf8))
        try late.close()
        #expect(!again.isUnchanged)
    }

    /// Nobody writes to it: to wait for that would be for ever.
    @Test func aPipeDoesNotHoldTheRunUp() throws {
        mkfifo(folder.path("a.pdf"), 0o600)
        #expect(throws: (any Error).self) { _ = try OpenInput(Array(folder.path("a.pdf").utf8), path: []) }
    }

    @Test func whatComesFromAPipeCannotBeWrittenByAWorker() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("abc".utf8))
        try pipe.fileHandleForWriting.close()
        let input = try OpenInput(copying: pipe.fileHandleForReading.fileDescriptor)
        #expect(write(input.descriptor, "x", 1) < 0)
        #expect(try hash(input).hasPrefix("ba7816bf"))
    }
}
