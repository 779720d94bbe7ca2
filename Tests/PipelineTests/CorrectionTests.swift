import Testing

@testable import Review

/// Lines of corrections, which may come from anywhere.
@Suite struct CorrectionTests {
    private static let good =
        #"{"sha256":"ab","form_id":"ab-f1","record_id":"ab-f1-r2","field":"target","action":"correct","old":"1","new":"2"}"#

    @Test func linesAreReadByTheirDocument() throws {
        let corrections = try Corrections(Self.good + "\n\n" + Self.good.replacing("ab", with: "cd") + "\r\n")
        #expect(corrections.documents == ["ab", "cd"])
        #expect(corrections.corrections(of: "ab").first?.new == "2")
        #expect(corrections.corrections(of: "ef").isEmpty)
    }

    @Test(arguments: [
        "{", "[]", "null", #"{"sha256":1}"#, good.replacing("correct\"", with: "shred\""),
        good.replacing("\"target\"", with: "\"\""), good.replacing("correct\"", with: "delete\""),
        String(repeating: "[", count: 100_000), good.replacing("\"2\"", with: "{}"),
    ])
    func whatIsNoCorrectionIsRefusedByItsLine(line: String) {
        #expect {
            _ = try Corrections(Self.good + "\n" + line)
        } throws: {
            ($0 as? CorrectionError)?.line == 2
        }
    }

    /// A byte changed anywhere gives a correction or an error, and never a crash.
    @Test func changedBytesAreNoTrap() {
        for place in Self.good.utf8.indices {
            for byte: UInt8 in [0x00, 0x22, 0x5C, 0x7B, 0xFF] {
                var bytes = Array(Self.good.utf8)
                bytes[Self.good.utf8.distance(from: Self.good.startIndex, to: place)] = byte
                _ = try? Corrections(String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}
