import Testing

@testable import Bulk

/// Names put into lines that were kept without one.
@Suite struct ResultWriterTests {
    private func named(_ text: String, as name: String, pieces: Int) throws -> [String] {
        var naming = LineNaming(name: name)
        var lines: [String] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try Array(rest.prefix(pieces)).withUnsafeBytes { bytes in
                try naming.add(bytes) { line, tag in
                    lines.append((tag == .form ? "form " : "") + String(decoding: line, as: UTF8.self))
                }
            }
            rest = rest.dropFirst(pieces)
        }
        return lines
    }

    private let kept = """
        F{"a":1,"source":{"file":"","page":1}}
        I{"source":{"file":"","page":2},"b":"x"}

        """

    @Test(arguments: [1, 3, 40, 1000])
    func theNameStandsWhereItBelongsHoweverTheLinesAreCut(pieces: Int) throws {
        #expect(
            try named(kept, as: "in/甲 \"1\".pdf", pieces: pieces) == [
                "form {\"a\":1,\"source\":{\"file\":\"in/甲 \\\"1\\\".pdf\",\"page\":1}}\n",
                "{\"source\":{\"file\":\"in/甲 \\\"1\\\".pdf\",\"page\":2},\"b\":\"x\"}\n",
            ])
    }

    @Test(arguments: ["X{}\n", "\n", "{}\n"])
    func aLineThatBelongsNowhereIsDamage(text: String) {
        #expect(throws: PartStore.Damage.self) { try named(text, as: "a.pdf", pieces: 100) }
    }

    @Test func aLineWithoutItsEndIsNotHandedOut() throws { #expect(try named("F{}", as: "a", pieces: 9).isEmpty) }
}
