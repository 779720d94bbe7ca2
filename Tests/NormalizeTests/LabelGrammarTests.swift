import Testing

@testable import Normalize

/// Labels of the head that are no known word.
@Suite struct LabelGrammarTests {
    @Test(arguments: [
        ("政策（项目）名称", LabelRole.projectName), ("支出项目名称", .projectName), ("2026年度政策总体绩效目标", .expectedGoal),
        ("政策（项目）总目标", .expectedGoal), ("本年度目标完成情况", .actualCompletion), ("预算单位主要职责", .duties),
        ("市级预算主管部门（单位）", .department),
    ])
    func aKnownLabelBehindWordsOfWhatAndWhen(label: String, role: LabelRole) {
        #expect(FormDictionary.builtIn.label(label) == role)
    }

    /// Another word before the label may make another thing of it.
    @Test(arguments: ["上年绩效目标", "协作单位名称", "项目合计", "三级绩效目标", "企业名称"])
    func anyOtherWordBeforeItIsNotPassedOver(label: String) {
        #expect(FormDictionary.builtIn.label(label) == nil)
    }
}
