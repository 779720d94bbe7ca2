import Testing

@testable import Normalize

/// Head, goals, total row and foot of a form.
@Suite struct HeadReaderTests: FormsWithHead {
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
        #expect(Array(form.fields.keys) == ["项目负责人", "联系电话"])
        #expect(Array(form.fields.values) == ["张三", "0854-12345"])
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

    @Test func footLabelsInTheTable() throws {
        let form = try form(foot: [["填表人：王五", "<", "填表日期：2025年2月11日", "<", "联系人：李四", "<"]])
        #expect(form.fields["填表人"] == "王五")
        #expect(form.reportDate == "2025-02-11")
        #expect(form.contact == "李四")
    }

    @Test(arguments: [("优☑　良□　中□　差□", "优"), ("□优 ☑良 □中 □差", "良"), ("优□ 良□ 中√ 差□", "中")])
    func theGradeIsTheOneWithTheTick(text: String, grade: String) throws {
        let form = try form(head: [["评价等级", text, "<", "<", "<", "<"]])
        #expect(form.grade == grade)
        #expect(form.notes.isEmpty)
    }

    @Test(arguments: ["优□　良□　中□　差□", "优☑　良☑　中□　差□"])
    func noTickOrTwoAreNoGrade(text: String) throws {
        #expect(try form(head: [["评价等级", text, "<", "<", "<", "<"]]).grade == nil)
    }

    /// Numbered captions across the table, the text in the row below.
    @Test func numberedCaptionsWithTheirTexts() throws {
        let form = try form(head: [
            ["三、立项必要性", "<", "<", "<", "<", "<"], ["灌溉利用系数偏低，十分必要。", "<", "<", "<", "<", "<"],
            ["四、年度绩效目标", "<", "<", "<", "<", "<"], ["改造灌溉面积3.6万亩。", "<", "<", "<", "<", "<"],
        ])
        #expect(form.fields["立项必要性"] == "灌溉利用系数偏低，十分必要。")
        #expect(form.expectedGoal == "改造灌溉面积3.6万亩。")
        #expect(form.notes.isEmpty)
    }
}
