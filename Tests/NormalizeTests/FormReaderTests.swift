import Testing

@testable import Normalize

/// What belongs to a form around its rows of indicators.
@Suite struct FormReaderTests: FormsWithHead {
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

    @Test func proseBelowTheFormIsNotOfTheForm() throws {
        let form = try form(after: [
            "二、其他事项", "联系人：不在表内的人",
        ])
        #expect(form.contact == nil)
    }

    @Test func theTotalRow() throws {
        let form = try form(foot: [["总分", "<", "<", "<", "100", "98.64"]])
        #expect(form.totalWeight == 100)
        #expect(form.totalScore == "98.64")
    }

    @Test func aSingleFigureOfTheTotalRowIsTheScore() throws {
        let form = try form(foot: [["总         分", "<", "<", "<", "98.64", "<"]])
        #expect(form.totalScore == "98.64")
        #expect(form.totalWeight == nil)
    }

    @Test func theYearMayStandInTheTitle() throws {
        let form = try #require(
            Drawn.form(
                [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"]],
                title: "2024年度项目支出绩效自评表"))
        #expect(form.fiscalYear == 2024)
        #expect(form.title == "2024年度项目支出绩效自评表")
    }
}
