import Foundation
import Testing

@testable import Service

@Suite struct NamelessFileTests {
    @Test func nothingIsLeftInTheFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nameless-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = try NamelessFile(in: folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        try [UInt8](0..<10).withUnsafeBytes { try file.write($0, at: 5) }
        #expect(try file.read(at: 13, upTo: 100) == [8, 9])
        #expect(try file.read(at: 15, upTo: 100).isEmpty)
        // Another reader has its own place.
        #expect(FileManager.default.contents(atPath: file.path)?.count == 15)
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        #expect(throws: NamelessFile.Failed.self) { _ = try NamelessFile(in: "/nonexistent") }
    }
}
