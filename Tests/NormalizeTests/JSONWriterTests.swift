import Testing

@testable import Normalize

/// The bytes of values, by RFC 8259.
@Suite struct JSONWriterTests {
    private func bytes(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        writer.write(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func membersKeepTheirOrderAndNoSpaceIsSpent() {
        let value = JSONValue.object([
            "b": .array([.int(1), .bool(true), .null]), "a": .object([:]), "c": .array([]), "d": .bool(false),
        ])
        #expect(bytes(value) == #"{"b":[1,true,null],"a":{},"c":[],"d":false}"#)
    }

    @Test func onlyWhatMustBeIsEscaped() {
        #expect(bytes(.string("参保\"率\"\\/\u{7F}")) == "\"参保\\\"率\\\"\\\\/\u{7F}\"")
        #expect(bytes(.string("\n\r\t\u{8}\u{C}\u{1}\u{1F}")) == #""\n\r\t\b\f\u0001\u001f""#)
    }

    @Test(arguments: [
        (0.85, "0.85"), (1.0, "1"), (0.004, "0"), (72.999, "73"), (-1.5, "-1.5"), (Double.nan, "null"),
        (Double.infinity, "null"), (1e300, "null"),
    ])
    func measuresHaveTwoDecimals(value: Double, written: String) {
        #expect(bytes(.double(value)) == written)
    }

    @Test func figuresKeepAllTheirDigits() {
        #expect(bytes(.number("1234567890123456.25")) == "1234567890123456.25")
    }

    @Test func eachLineEndsInALineFeedAndTheStorageServesAgain() {
        var writer = JSONWriter()
        writer.writeLine(.int(1))
        writer.writeLine(.string("甲"))
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "1\n\"甲\"\n")
        writer.removeAll()
        writer.append(Array("{}".utf8))
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "{}")
    }
}
