import Testing

@testable import Bulk

/// What a line must look like, by a schema of its own.
@Suite struct JSONShapeTests {
    private static let schema = """
        {"type":"object","required":["name","kind"],"properties":{
            "name":{"type":["string","null"]},"kind":{"enum":["a","b",null]},"count":{"type":"integer"},
            "share":{"type":"number"},"box":{"type":"array","prefixItems":[{},{}]},"names":{"type":"array","items":{"type":"string"}},
            "more":{"type":"object","additionalProperties":{"type":"string"}},"flag":{"type":"boolean"},
            "value":{"anyOf":[{"type":"null"},{"type":"integer"}]}}}
        """

    /// What is wrong with a line; empty where nothing is.
    private func fault(_ line: String) -> String {
        let shape = SchemaReader.shape(of: Array(Self.schema.utf8))
        return Array(line.utf8).withUnsafeBufferPointer { text in
            var checker = ShapeChecker(shape, text: text) { _, _, _ in }
            do throws(LineError) {
                try checker.check()
                return ""
            } catch {
                return error.message
            }
        }
    }

    @Test(arguments: [
        #"{"name":null,"kind":"a"}"#, #"{"kind":null,"name":"x\n\u00e4"}"#,
        #"{"name":"","kind":"b","count":-12,"share":0.50}"#, #"{"name":"\ud7ff","kind":"b","count":0,"share":-0.1}"#,
        #"{"name":"","kind":"a","box":[1,2.5],"names":[],"more":{"x":"y","z":""},"flag":true,"value":null}"#,
        #"{"name":"","kind":"a","box":[null,1],"names":["a","b"],"more":{},"flag":false,"value":3}"#,
    ])
    func aLineOfTheSchemaFits(line: String) { #expect(fault(line) == "") }

    @Test(arguments: [
        (#"{"name":""}"#, "a missing key"), (#"{"name":"","kind":"c"}"#, "an unknown word"),
        (#"{"name":"","kind":"a","x":1}"#, "an unknown key"), (#"{"name":"","name":"","kind":"a"}"#, "a key twice"),
        (#"{"name":1,"kind":"a"}"#, "a value of the wrong kind"), (#"{"name":"","kind":"a"}{}"#, "more than one value"),
        (#"{"name":"","kind":"a","count":1234567890}"#, "a figure that is too large"),
        (#"{"name":"","kind":"a","count":1.5}"#, "no JSON"), (#"{"name":"","kind":"a","share":1e9}"#, "no JSON"),
        (#"{"name":"","kind":"a","share":.5}"#, "no JSON"), (#"{"name":"","kind":"a","share":-}"#, "no JSON"),
        (#"{"name":"","kind":"a","box":[1]}"#, "an array of the wrong length"),
        (#"{"name":"","kind":"a","more":{"x":1}}"#, "a value of the wrong kind"),
        (#"{"name":"","kind":"a","value":"x"}"#, "a value of the wrong kind"),
        (#"{"name":"\x","kind":"a"}"#, "no JSON"),
        (#"{"name":"","kind":"a","share":01}"#, "no JSON"), (#"{"name":"","kind":"a","count":-00}"#, "no JSON"),
        (#"{"name":"\ud83d","kind":"a"}"#, "half a character"),
        (#"{"name":"\uDFFF\uD800","kind":"a"}"#, "half a character"),
        (#"{"name":"\u12g4","kind":"a"}"#, "no JSON"),
        ("{\"name\":\"\t\",\"kind\":\"a\"}", "a control character in a string"),
        ("", "a value of the wrong kind"), ("{", "no JSON"), (#"{"name":"","kind":"a","flag":tru}"#, "no JSON"),
        ("[]", "a value of the wrong kind"),
    ])
    func anyOtherLineIsToldWhy(line: String, message: String) { #expect(fault(line) == message) }

    @Test func aFigureMayBeAnExactDecimalAndNoLonger() {
        let figure = String(repeating: "1", count: 64)
        #expect(fault(#"{"name":"","kind":"a","share":\#(figure)}"#) == "")
        #expect(fault(#"{"name":"","kind":"a","share":\#(figure)1}"#) == "a figure that is too long")
    }

    @Test func stringsAreSeenWithTheirDepth() {
        let shape = SchemaReader.shape(of: Array(Self.schema.utf8))
        var seen: [String] = []
        Array(#"{"name":"x","kind":"a","more":{"k":"v"}}"#.utf8).withUnsafeBufferPointer { text in
            var checker = ShapeChecker(shape, text: text) { depth, key, value in
                seen.append(
                    "\(depth) \(String(decoding: key, as: UTF8.self)) \(String(decoding: value, as: UTF8.self))")
            }
            try? checker.check()
        }
        #expect(seen == ["1 name x", "1 kind a", "2  v"])
    }
}
