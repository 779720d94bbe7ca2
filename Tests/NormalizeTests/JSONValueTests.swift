import Testing

@testable import Normalize

@Test func writesObjectsInTheOrderGiven() {
    let value = JSONValue.object([
        "b": .int(-3), "a": .array([.null, .bool(true), .string("指标")]), "空": .object([]), "c": .array([]),
    ])
    #expect(value.description == #"{"b":-3,"a":[null,true,"指标"],"空":{},"c":[]}"#)
    #expect(value["b"] == .int(-3))
    #expect(value["missing"] == nil)
}

@Test func escapesWhatJSONMustNotHold() {
    let value = JSONValue.string("\"\\/\n\r\t\u{8}\u{C}\u{1}\u{1F}\u{7F}≥\u{20BB7}")
    #expect(value.description == #""\"\\/\n\r\t\b\f\u0001\u001f"# + "\u{7F}≥\u{20BB7}\"")
}

@Test(
    arguments: [
        (0, "0"), (-0.001, "0"), (595.28, "595.28"), (12.345678, "12.35"), (100, "100"), (-7.5, "-7.5"), (0.05, "0.05"),
        (1e20, "null"), (.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
func writesCoordinatesWithTwoDigits(_ value: Double, _ expected: String) {
    #expect(JSONValue.double(value).description == expected)
}

@Test func writesFiguresAsTheyWereRead() throws {
    for digits in ["461875.47", "29568000", "-0.5", "1000000000000"] {
        #expect(JSONValue.number(try #require(DecimalNumber.parse(digits))).description == digits)
    }
}

@Test func writesOneValueALine() {
    var writer = JSONWriter()
    writer.writeLine(.int(1))
    writer.writeLine(.string(orNull: nil))
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "1\nnull\n")
    writer.removeAll()
    #expect(writer.bytes.isEmpty)
}
