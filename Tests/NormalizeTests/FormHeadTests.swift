import Testing

@testable import Normalize

/// Head, goals, total row and foot of a form.
@Suite struct FormHeadTests {
    private static let header = ["一级指标", "二级指标", "三级指标", "指标值", "分值", "得分"]
    private static let indicators = [header, ["产出指标", "数量指标", "参保人数", "12人", "10", "9.5"]]

    private func form(
        head: [[String]] = [], foot: [[String]] = [], title: String = "项目支出绩效自评表", before: [String] = [],
        after: [String] = []
    ) throws -> FormRecord {
        let form = try #require(
            Drawn.form(head + Self.indicators + foot, title: title, before: before, after: after))
        #expect(form.names == ["参保人数"])
        return form
    }

    @Test func namesAndCodes() throws {
        let form = try form(head: [
            ["项目名称", "0101-医疗救助", "<", "<", "<", "<"],
            ["主管部门及代码", "[187]黔南州医疗保障局", "<", "实施单位", "219001-甲中心", "<"],
        ])
        #expect(form.projectName == "0101-医疗救助")
        #expect(form.department == "黔南州医疗保障局")
        #expect(form.departmentCode == "187")
        #expect(form.implementingUnit == "甲中心")
        #expect(form.fields.isEmpty)
    }

    @Test(arguments: ["187-黔南州医疗保障局", "187黔南州医疗保障局", "【187】黔南州医疗保障局"])
    func aCodeInFrontOfTheDepartment(text: String) throws {
        let form = try form(head: [["主管部门", text, "<", "<", "<", "<"]])
        #expect(form.department == "黔南州医疗保障局")
        #expect(form.departmentCode == "187")
    }

    @Test func onADepartmentsFormTheNameIsTheDepartment() throws {
        let form = try form(
            head: [["部门名称", "甲县医疗保障局", "<", "<", "<", "<"]], title: "部门整体支出绩效自评表")
        #expect(form.kind == .departmentSelfEvaluation)
        #expect(form.department == "甲县医疗保障局")
        #expect(form.projectName == nil)
    }

    @Test func unknownLabelsGoToFields() throws {
        let form = try form(head: [
            ["项目负责人", "张三", "<", "联系电话", "0854-12345", "<"],
            ["项目属性", "-", "<", "项目期限", "一年", "<"],
            ["绩效指标", "", "<", "资金来源", "", "<"],
        ])
        #expect(Array(form.fields.keys) == ["项目负责人", "联系电话", "项目期限"])
        #expect(Array(form.fields.values) == ["张三", "0854-12345", "一年"])
    }

    @Test func aColonBehindALabelChangesNothing() throws {
        let form = try form(head: [["项目负责人：", "张三", "<", "联系电话：", "0854-12345", "<"]])
        withKnownIssue("a label with a colon in a cell of its own is taken for a label without a value") {
            #expect(Array(form.fields.keys) == ["项目负责人", "联系电话"])
            #expect(Array(form.fields.values) == ["张三", "0854-12345"])
        }
    }

    @Test func goalsSideBySide() throws {
        let form = try form(head: [
            ["年度总体目标", "预期目标", "<", "实际完成情况", "<", "<"],
            ["^", "完成参保登记。", "<", "已完成参保登记。", "<", "<"],
        ])
        #expect(form.expectedGoal == "完成参保登记。")
        #expect(form.actualCompletion == "已完成参保登记。")
    }

    @Test func oneGoalBehindItsLabel() throws {
        let form = try form(head: [
            ["年度总体目标", "目标1：完成参保登记。", "<", "<", "<", "<"], ["项目概况", "为居民参保。", "<", "<", "<", "<"],
            ["立项依据", "甲字[2024]38号", "<", "<", "<", "<"],
        ])
        #expect(form.expectedGoal == "目标1：完成参保登记。")
        #expect(form.overview == "为居民参保。")
        #expect(form.policyBasis == "甲字[2024]38号")
    }

    @Test func theTotalRow() throws {
        let form = try form(foot: [["总分", "<", "<", "<", "100", "98.64"]])
        #expect(form.totalWeight == 100)
        #expect(form.totalScore == "98.64")
    }

    @Test func aSingleFigureOfTheTotalRowIsTheScore() throws {
        let form = try form(foot: [["总         分", "<", "<", "<", "98.64", "<"]])
        withKnownIssue("a figure under both columns is taken for the total weight") {
            #expect(form.totalScore == "98.64")
            #expect(form.totalWeight == nil)
        }
    }

    @Test(arguments: [
        ("优。完成全部目标。", "优"), ("良好", "良"), ("优秀，按期完成", "优"), ("中", "中"), ("差；未完成", "差"),
        ("优先保障了参保", nil), ("中期已完成", nil), ("完成情况良好", nil),
    ])
    func theGradeIsTheConclusionsOpening(text: String, grade: String?) throws {
        let form = try form(foot: [["自评结论", text, "<", "<", "<", "<"]])
        #expect(form.conclusion == text)
        #expect(form.grade == grade)
    }

    @Test func aGradeOfItsOwn() throws {
        let form = try form(foot: [["评价等级", "良", "<", "<", "<", "<"]])
        #expect(form.grade == "良")
        #expect(form.conclusion == nil)
    }

    @Test func textAroundTheTable() throws {
        let form = try form(
            before: ["（2024年度）", "填报单位（盖章）：甲局"],
            after: ["填报日期：20250211", "联系人：李四", "联系电话：0854-12345", "第1页"])
        #expect(form.fiscalYear == 2024)
        #expect(form.reportingUnit == "甲局")
        #expect(form.reportDate == "2025-02-11")
        #expect(form.contact == "李四")
        #expect(Array(form.fields.keys) == ["联系电话"])
        #expect(form.fields["联系电话"] == "0854-12345")
    }

    @Test func theUnitLineIsNoField() throws {
        let form = try form(before: ["单位：万元"], after: ["附件2："])
        #expect(form.fields.isEmpty)
        #expect(form.reportingUnit == nil)
    }

    @Test func footLabelsInTheTable() throws {
        let form = try form(foot: [["填表人：王五", "<", "填表日期：2025年2月11日", "<", "联系人：李四", "<"]])
        #expect(form.fields["填表人"] == "王五")
        #expect(form.reportDate == "2025-02-11")
        #expect(form.contact == "李四")
    }

    @Test func proseBelowTheFormIsNotOfTheForm() throws {
        let form = try form(after: [
            "二、其他事项", "联系人：不在表内的人",
        ])
        #expect(form.contact == nil)
    }
}
