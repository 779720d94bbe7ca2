import Testing

@testable import Normalize

/// What a user's own dictionary adds, and how its mistakes are named.
@Suite struct FormDictionaryTests {
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

}
