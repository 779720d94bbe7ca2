import Testing

@testable import PDFText

/// Codes of the strings of text-showing operators.
@Suite struct ShownCodesTests {
    private func codes(_ token: String, length: Int) -> [Int] {
        var found: [Int] = []
        Array(token.utf8).withUnsafeBufferPointer { bytes in
            ShownCodes.forEach(in: bytes[0..<bytes.count], length: length) { found.append($0) }
        }
        return found
    }

    @Test(arguments: [
        ("(AB)", [0x41, 0x42]), ("(\\101\\7x)", [0x41, 7, 0x78]), ("(\\(\\)\\\\)", [0x28, 0x29, 0x5C]),
        ("(a(b)c)", [0x61, 0x28, 0x62, 0x29, 0x63]), ("(a\\\nb)", [0x61, 0x62]),
        ("(\\n\\r\\t\\b\\f)", [10, 13, 9, 8, 12]),
        ("(\\\r\na)", [0x61]), ("<41 4>", [0x41, 0x40]), ("()", []), ("(open", [0x6F, 0x70, 0x65, 0x6E]),
        ("(a\\", [0x61]),
    ])
    func bytesOfAString(token: String, bytes: [Int]) {
        #expect(codes(token, length: 1) == bytes)
    }

    @Test func codesOfTwoBytesDoNotRunFromOneStringIntoTheNext() {
        #expect(codes("[<00010002> -120 <0003>]", length: 2) == [1, 2, 3])
        #expect(codes("[<000102> <0304>]", length: 2) == [1, 0x0304])
        #expect(codes("<00>", length: 2).isEmpty)
    }
}
