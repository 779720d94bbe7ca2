import Testing

@testable import Normalize

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.value(of: Array(text.utf8)) }

    @Test(
        arguments: [
            #"{"b":-3,"a":[null,true,false,"指标"],"空":{},"c":[]}"#, #""\"\\\n\r\t\b\f\u0001≥𠮷""#,
            "12345678901234567.89", "-0.05", "0", "99999999999999999999999999999999999999", #"{"a":{"a":[[],{}]}}"#,
        ])
    func whatIsReadIsWrittenTheSame(text: String) throws { #expect(try read(text).description == text) }

    @Test func charactersMayStandAsNumbers() throws { #expect(try read(#""\u6307\ud842\udfb7\/""#) == .string("指𠮷/")) }

    @Test func aLineMayEnd() throws { #expect(try read("[1]\n") == .array([.number(DecimalNumber(1))])) }

    @Test(
        arguments: [
            "", "{", "[1,]", #"{"a"}"#, "1e5", "1.", "-", "nul", "1 2", #""\ud842x""#, #""\udfb7""#, #""\u00g0""#,
            #""\x""#, "999999999999999999999999999999999999999999", String(repeating: "[", count: 1000),
        ])
    func whatIsNoLineIsRefused(text: String) { #expect(throws: JSONReader.Malformed.self) { try read(text) } }
}
