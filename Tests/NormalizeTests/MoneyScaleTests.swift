import Testing

@testable import Normalize

/// Which unit bare figures of money count in: captions, labels and lines over the form, and what contradicts.
@Suite struct MoneyScaleTests: FormsWithFunds {
    /// Captions as forms print them, none of them a word of the dictionary; the unit in their bracket holds for the block.
    @Test(arguments: [
        "年度预算安排（万元）", "项目经费（万元）", "资金安排情况（单位：万元）", "预算资金安排(万元)", "经费来源及金额（万元）",
        "年度收支预算（万元）", "资金需求（万元）", "专项资金规模（金额单位：万元）", "项目支出预算（万元）", "资金投向（人民币，万元）",
    ])
    func theUnitOfACaptionThatIsNotKnown(caption: String) throws {
        let lines = try funds([
            [caption, "资金总额", "120.5", "<"], ["^", "其中：财政拨款", "100.5", "<"], ["^", "其他资金", "20", "<"],
        ])
        #expect(lines.map(\.label) == ["资金总额", "其中：财政拨款", "其他资金"])
        #expect(lines.map(\.amount) == [1_205_000, 1_005_000, 200_000])
    }

    @Test func theUnitInTheLabelOfTheTotalHoldsForItsParts() throws {
        let form = try #require(
            Drawn.form([
                ["资金来源", "资金总额（万元）", "120", "<"], ["^", "财政拨款", "100", "<"], ["^", "其他资金", "20", "<"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(form.funds.map(\.amount) == [1_200_000, 1_000_000, 200_000])
        #expect(form.checks.map(\.passed) == [true])
    }

    @Test func twoUnitsThatContradictEachOtherAreAFailedCheck() throws {
        let form = try #require(
            Drawn.form([
                ["项目资金（万元）", "资金总额（元）", "1200000", "<"], ["^", "其他资金", "1200000", "<"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        let check = try #require(form.checks.first { $0.code == .amountsImplausible })
        #expect(!check.passed)
        #expect(check.message.contains("资金总额（元）"))
    }

    @Test(arguments: [("单位：万元", 70000), ("金额单位：万元", 70000), ("单位：元", 7), ("2025年", 7)])
    func theUnitOfTheForm(line: String, amount: Int) throws {
        let lines = try funds([["资金来源", "资金总额", "7", "<"]], before: [line])
        #expect(lines.map(\.amount) == [DecimalNumber(amount)])
    }

    @Test func aPrintedUnitWinsOverTheUnitOfTheForm() throws {
        let lines = try funds(
            [["资金来源", "资金总额（元）", "7", "<"], ["^", "财政拨款", "6元", "<"]], before: ["单位：万元"])
        #expect(lines.map(\.amount) == [7, 6])
    }

    @Test func theUnitInACaptionThatIsNotKnown() throws {
        let lines = try funds(
            [
                ["资金投入情况（万元）", "", "全年预算数（A）", "全年执行数（B）", "执行率"],
                ["^", "年度资金总额：", "5,630.00", "5,118.30", "90.91%"],
            ], title: "项目支出绩效自评表")
        #expect(lines.map(\.adjustedBudget) == [56_300_000])
        #expect(lines.map(\.executed) == [51_183_000])
        #expect(lines.map(\.executionRate) == ["90.91"])
    }
}
