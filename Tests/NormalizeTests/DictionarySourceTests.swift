import Testing

@testable import Normalize

/// Which keys a dictionary may have.
@Suite struct DictionarySourceTests: OwnDictionaries {
    @Test(arguments: [
        ("colums:\n  target: [甲]\n", "colums", "columns"),
        ("columns:\n  targt: [甲]\n", "targt", "target"),
        ("labels:\n  project_nam: [甲]\n", "project_nam", "project_name"),
        ("funds:\n  item:\n    total: [甲]\n", "item", "items"),
        ("funds:\n  columns:\n    inital_budget: [甲]\n", "inital_budget", "initial_budget"),
        ("level2:\n  qualty: [甲]\n", "qualty", "quality"),
        ("titles:\n  kinds:\n    - {kind: projct_target, all: [甲]}\n", "projct_target", "project_target"),
    ])
    func anUnknownKeyNamesItsNearest(yaml: String, key: String, nearest: String) {
        let message = message(yaml)
        #expect(message.hasPrefix("mine.yaml:"))
        #expect(message.contains("\"\(key)\""))
        #expect(message.contains("Did you mean \"\(nearest)\"?"))
    }

    @Test func anEmptyFileAddsNothing() { #expect(message("# nothing yet\n") == "no error") }
}
