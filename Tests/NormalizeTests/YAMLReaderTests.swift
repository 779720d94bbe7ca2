import Testing

@testable import Normalize

/// Dictionaries of the wrong shape.
@Suite struct YAMLReaderTests: OwnDictionaries {
    @Test(arguments: [
        ("columns: [甲]\n", "columns must be a mapping"), ("columns:\n  target: 甲\n", "columns.target must be a list"),
        ("columns:\n  target: [{甲: 乙}]\n", "columns.target must hold plain words"),
        ("- 甲\n", "must be a mapping"), ("titles:\n  kinds:\n    - {kind: other}\n", "needs `kind` and `all`"),
    ])
    func aWrongShapeIsNamed(yaml: String, part: String) {
        let message = message(yaml)
        #expect(message.hasPrefix("mine.yaml"))
        #expect(message.contains(part))
    }

    @Test func whatIsNoYAMLIsNamed() {
        #expect(message("columns: [甲\n\t:").hasPrefix("mine.yaml is not readable as YAML"))
    }
}
