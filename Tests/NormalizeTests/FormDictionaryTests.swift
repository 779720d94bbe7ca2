import Testing

@testable import Normalize

/// What a user's own dictionary adds, and how its mistakes are named.
@Suite struct FormDictionaryTests {
    private func message(_ yaml: String) -> String {
        do {
            _ = try FormDictionary.builtIn(extendedBy: yaml, name: "mine.yaml")
            return "no error"
        } catch {
            return error.message
        }
    }

    private let rows = [
        ["用款部门", "甲局", "<", "<", "<"], ["大类", "二级指标", "三级指标", "想要的结果", "依据"],
        ["民生指标", "数量指标", "参保人数", "12人", "系统"],
    ]

    @Test func newWordsAreUnderstood() throws {
        let dictionary = try FormDictionary.builtIn(
            extendedBy: """
                titles:
                  words: [成果清单]
                  kinds:
                    - {kind: department_target, all: [成果清单]}
                columns:
                  level1: [大类]
                  target: [想要的结果]
                level1:
                  benefit: [民生]
                labels:
                  department: [用款部门]
                """, name: "mine.yaml")
        let form = try #require(Drawn.form(rows, title: "县级成果清单表", dictionary: dictionary))
        #expect(form.kind == .departmentTarget)
        #expect(form.department == "甲局")
        #expect(form.indicators.map(\.level1) == ["民生指标"])
        #expect(form.indicators.map(\.level1Code) == ["benefit"])
        #expect(form.indicators.map { $0.target?.text } == ["12人"])
        #expect(form.indicators[0].extra["依据"] == "系统")
    }

    @Test func theBuiltInWordsStay() throws {
        let dictionary = try FormDictionary.builtIn(extendedBy: "columns:\n  target: [想要的结果]\n", name: "mine.yaml")
        #expect(dictionary.column("指标值") == .target)
        #expect(dictionary.column("想要的结果（A）") == .target)
        #expect(dictionary.label("项目名称") == .projectName)
        #expect(FormDictionary.builtIn.column("想要的结果") == nil)
    }

    @Test func anEmptyFileAddsNothing() { #expect(message("# nothing yet\n") == "no error") }

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
