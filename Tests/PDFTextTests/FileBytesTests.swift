import Foundation
import Testing

@testable import PDFText

/// Inputs in memory, with their hash.
@Suite struct FileBytesTests {
    private let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    private func file(_ text: String) throws -> URL {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("zhibiao-\(UUID().uuidString)")
        try Data(text.utf8).write(to: place)
        return place
    }

    /// The buffer lives as long as its owner.
    private func bytes(of file: FileBytes) -> [UInt8] { withExtendedLifetime(file) { Array(file.buffer) } }

    @Test func theHashIsThatOfTheBytes() throws {
        let place = try file("abc")
        defer { try? FileManager.default.removeItem(at: place) }
        #expect(FileBytes(Array("abc".utf8)).sha256 == hash)
        let read = try FileBytes(path: place.path)
        #expect(read.sha256 == hash)
        #expect(bytes(of: read) == Array("abc".utf8))
    }

    @Test func aDecryptedFileKeepsTheHashOfTheInput() {
        let plain = FileBytes(Array("other".utf8), of: FileBytes(Array("abc".utf8)))
        #expect(plain.sha256 == hash)
        #expect(plain.count == 5)
    }

    @Test func aFileThatIsNotThereIsUnreadable() {
        let error = #expect(throws: PDFError.self) { try FileBytes(path: "/no/such/file.pdf") }
        #expect(error?.code == .unreadable)
        #expect(error?.message.contains("cannot be read") == true)
    }

    /// Whoever opened it may have read from it already.
    @Test func anOpenFileIsReadFromItsBeginning() throws {
        let place = try file("abc")
        defer { try? FileManager.default.removeItem(at: place) }
        let handle = try FileHandle(forReadingFrom: place)
        _ = try handle.read(upToCount: 2)
        #expect(try bytes(of: FileBytes(descriptor: handle.fileDescriptor, sha256: hash)) == Array("abc".utf8))
        #expect(try handle.offset() == 2)
    }

    @Test func aHashMayComePieceByPiece() {
        let sum = ContentHash()
        Array("ab".utf8).withUnsafeBytes { sum.add($0) }
        Array("c".utf8).withUnsafeBytes { sum.add($0) }
        #expect(sum.finish() == hash)
    }
}
