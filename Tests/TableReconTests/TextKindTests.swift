import Testing

@testable import TableRecon

@Suite struct TextKindTests {
    private func kind(_ text: String) -> TextKind { TextKind(Array(text.unicodeScalars)) }

    @Test(arguments: ["12", "-3.5", "1,234", "95%", "$12", "(47)", "≥95", "12a", "3*"])
    func figuresAreNumbers(_ text: String) { #expect(kind(text) == .number) }

    @Test(arguments: ["-", "–", "…", "n/a", "NA", "—", "×", "*"])
    func marksForNothingArePlaceholders(_ text: String) { #expect(kind(text) == .placeholder) }

    @Test(arguments: ["Austria", "合计", "第12批次项目", "Table 1", "()", "a b c d e"])
    func wordsAreText(_ text: String) { #expect(kind(text) == .text) }
}
