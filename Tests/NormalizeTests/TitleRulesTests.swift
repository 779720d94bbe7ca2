import Testing

@testable import Normalize

@Suite struct TitleRulesTests {
    private let rules = FormDictionary.builtIn.titles

    @Test(arguments: [
        ("项目支出绩效目标表", "项目支出绩效目标表"),
        ("附件2：项目支出绩效自评表", "项目支出绩效自评表"),
        ("附件2-1 项目支出绩效自评表", "项目支出绩效自评表"),
        ("附件：项目支出绩效自评表", "项目支出绩效自评表"),
        ("项目支出绩效自评表（2024年度）", "项目支出绩效自评表"),
        ("2024年度项目支出绩效自评表", "2024年度项目支出绩效自评表"),
        ("转移支付区域(项目)绩效目标自评表", "转移支付区域(项目)绩效目标自评表"),
        ("项目支出绩效目标表（试行）", "项目支出绩效目标表（试行）"),
    ])
    func titlesStandWithoutMarkAndYear(line: String, title: String) { #expect(rules.title(in: line) == title) }

    @Test(arguments: [
        "请各单位填写《项目支出绩效目标表》", "请于月底前报送，并附项目支出绩效自评表", "按要求填写项目支出绩效自评表。",
        "附件：1.项目支出绩效目标表；2.项目支出绩效自评表", "部门收支总表", "绩效目标", "绩效目标表填报说明",
        "项目支出绩效目标表…………12",
    ])
    func proseThatMentionsATitleIsNone(line: String) { #expect(rules.title(in: line) == nil) }

    @Test(arguments: [
        ("项目支出绩效目标表", FormKind.projectTarget), ("项目支出绩效目标申报表", .projectTarget),
        ("项目支出绩效目标批复表", .projectTargetApproval), ("项目支出绩效自评表", .projectSelfEvaluation),
        ("部门预算项目支出绩效自评表", .projectSelfEvaluation),
        ("转移支付区域(项目)绩效目标自评表", .projectSelfEvaluation), ("部门整体支出绩效目标表", .departmentTarget),
        ("部门整体支出绩效目标申报表", .departmentTarget), ("部门整体绩效自评表", .departmentSelfEvaluation),
        ("单位整体支出绩效自评表", .departmentSelfEvaluation), ("区域绩效目标表", .projectTarget),
        ("项目支出绩效运行监控表", .other),
    ])
    func theTitleNamesTheKind(title: String, kind: FormKind) { #expect(rules.kind(of: title) == kind) }

    @Test func aFormKeepsItsTitleOnOneLineWithoutTheYear() throws {
        let form = try #require(
            Drawn.form(
                [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"]],
                title: "附件3：项目支出绩效目标表（2025年度）"))
        #expect(form.title == "项目支出绩效目标表")
        #expect(form.fiscalYear == 2025)
    }
}
