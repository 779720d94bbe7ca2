import Foundation
import Testing

@testable import ScanReading

@Suite struct ONNXMetadataTests {
    @Test func fieldsAreWalkedOverAndBrokenOnesEndIt() {
        // 1: number 150; 14: two bytes; 2: eight fixed bytes; then a length beyond the end.
        let message: [UInt8] = [0x08, 0x96, 0x01, 0x72, 2, 0x61, 0x62, 0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0x72, 9, 0x61]
        message.withUnsafeBytes { bytes in
            var reader = ProtobufReader(bytes: bytes[...])
            #expect(reader.next()?.number == 1)
            let text = reader.next()
            #expect(text?.number == 14)
            #expect(text.map { Array($0.bytes) } == [0x61, 0x62])
            #expect(reader.next()?.number == 2)
            #expect(reader.next() == nil)
        }
    }
    /// A model with the notes "a": "1" and "b": "2".
    private var model: [UInt8] {
        func note(_ key: Character, _ value: Character) -> [UInt8] {
            [0x72, 6, 0x0a, 1, key.asciiValue ?? 0, 0x12, 1, value.asciiValue ?? 0]
        }
        return [0x08, 7] + note("a", "1") + note("b", "2")
    }

    @Test func aNoteIsFoundByItsKey() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "model-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(model).write(to: URL(filePath: path))
        #expect(ONNXMetadata.value(of: "b", inFile: path) == "2")
        #expect(ONNXMetadata.value(of: "c", inFile: path) == nil)
        #expect(ONNXMetadata.value(of: "a", inFile: path + "-missing") == nil)
    }
}
