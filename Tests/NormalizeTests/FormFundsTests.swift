import Testing

@testable import Normalize

/// The funding block, by "Form record" of the record format: money in 元, labels as printed.
@Suite struct FormFundsTests {
    /// A form with a block of the funding rows above one indicator.
    private func funds(
        _ rows: [[String]], title: String = "项目支出绩效目标表", before: [String] = []
    ) throws -> [FundLine] {
        let columns = rows[0].count
        let blanks = [String](repeating: "", count: columns - 4)
        let indicators = [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"]]
        let form = try #require(Drawn.form(rows + indicators.map { $0 + blanks }, title: title, before: before))
        #expect(form.names == ["参保人数"])
        return form.funds
    }

    @Test func sourcesAsRows() throws {
        let lines = try funds([
            ["资金来源", "资金总额(元)", "29,568,000", "<"],
            ["^", "财政拨款", "29568000", "<"],
            ["^", "其中:上级补助", "-", "<"],
            ["^", "本级安排", "29568000.5", "<"],
            ["^", "其他资金", "0", "<"],
        ])
        #expect(
            lines.map(\.item) == [.total, .fiscalAppropriation, .superiorSubsidy, .localArrangement, .other])
        #expect(lines.map(\.label) == ["资金总额(元)", "财政拨款", "其中:上级补助", "本级安排", "其他资金"])
        #expect(lines.map(\.amount) == [29_568_000, 29_568_000, nil, "29568000.5", 0])
        #expect(lines.allSatisfy { $0.initialBudget == nil && $0.executed == nil })
    }

    @Test func sourcesByColumnsOfASelfEvaluation() throws {
        let lines = try funds(
            [
                ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
                ["^", "年度资金总额", "100", "120", "90.6", "10", "75.5%", "7.55"],
                ["^", "其中：财政拨款", "100", "120", "90.6", "-", "75.5%", "-"],
                ["^", "上年结转资金", "", "-", "", "", "", ""],
            ], title: "项目支出绩效自评表")
        #expect(lines.map(\.item) == [.total, .fiscalAppropriation, .carryOver])
        #expect(lines.map(\.initialBudget) == [1_000_000, 1_000_000, nil])
        #expect(lines.map(\.adjustedBudget) == [1_200_000, 1_200_000, nil])
        #expect(lines.map(\.executed) == [906_000, 906_000, nil])
        #expect(lines.map(\.weight) == [10, nil, nil])
        #expect(lines.map(\.executionRate) == ["75.5", "75.5", nil])
        #expect(lines.map(\.score) == ["7.55", nil, nil])
        #expect(lines.allSatisfy { $0.amount == nil })
    }

    @Test func sourcesAsColumns() throws {
        let lines = try funds([
            ["资金来源", "合计", "财政拨款", "其他资金"],
            ["金额（万元）", "100", "80.5", "19.5"],
        ])
        #expect(lines.map(\.item) == [.total, .fiscalAppropriation, .other])
        #expect(lines.map(\.label) == ["合计", "财政拨款", "其他资金"])
        #expect(lines.map(\.amount) == [1_000_000, 805_000, 195_000])
    }

    @Test func labelAndAmountInOneCell() throws {
        let lines = try funds([
            ["项目资金", "资金总额（万元）： 876.69万元", "<", "<"],
            ["^", "其中：财政拨款：800万元", "<", "<"],
            ["^", "其他资金：", "<", "<"],
        ])
        #expect(lines.map(\.item) == [.total, .fiscalAppropriation, .other])
        #expect(lines.map(\.label) == ["资金总额（万元）", "其中：财政拨款", "其他资金"])
        #expect(lines.map(\.amount) == [8_766_900, 8_000_000, nil])
    }

    @Test func severalSourcesAsTheLinesOfOneCell() throws {
        let lines = try funds([
            ["项目资金", "资金总额：120万元\n财政拨款：100万元\n其他资金：20万元", "<", "<"]
        ])
        #expect(lines.map(\.item) == [.total, .fiscalAppropriation, .other])
        #expect(lines.map(\.amount) == [1_200_000, 1_000_000, 200_000])
    }

    @Test func aSentence() throws {
        let lines = try funds([
            ["项目资金", "资金总额：1,120万元，其中：财政拨款：1,100万元；其他资金：20万元。", "<", "<"]
        ])
        #expect(lines.map(\.item) == [.total, .fiscalAppropriation, .other])
        #expect(lines.map(\.amount) == [11_200_000, 11_000_000, 200_000])
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

    @Test func departmentSources() throws {
        let lines = try funds(
            [
                ["部门年度预算情况", "资金总额", "100", "<"], ["^", "基本支出", "60", "<"], ["^", "项目支出", "40", "<"],
                ["^", "银河资金", "5", "<"],
            ], title: "部门整体支出绩效目标表")
        #expect(Array(lines.map(\.item).prefix(3)) == [.total, .basicExpenditure, .projectExpenditure])
        // A source that no dictionary knows is still a line of the block.
        #expect(lines.last?.label == "银河资金")
        #expect(lines.last?.item == .other)
        #expect(lines.last?.amount == 5)
    }

    // MARK: Words that the dictionary does not know

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

    @Test func theBudgetThatTheRateIsOfIsTheAdjustedOne() throws {
        let lines = try funds(
            [
                ["项目资金（万元）", "资金来源", "预算数（A）", "执行数（B）", "执行率（B/A）"],
                ["^", "合计", "1,120", "1,075.2", "96%"],
            ], title: "项目支出绩效自评表")
        #expect(lines.map(\.adjustedBudget) == [11_200_000])
        #expect(lines.map(\.initialBudget) == [nil])
    }

    @Test func severalAmountsOfTheYearInOneCell() throws {
        let text = "年度金额：18,640万元\n其中：中央补助：11,200万元\n　　　市级补助：4,940万元\n　　　区级安排：2,500万元"
        let lines = try funds([["资金情况", text, "<", "<"]])
        #expect(lines.map(\.amount) == [186_400_000, 112_000_000, 49_400_000, 25_000_000])
    }

    @Test func anAmountBehindALabelThatIsNotKnown() throws {
        let lines = try funds([["年度预算申请", "资金总额：386.4", "<", "<"]])
        #expect(lines.map(\.item) == [.total])
        #expect(lines.map(\.amount) == ["386.4"])
    }

    @Test func aLabelOfTheHeadBesideTheBudgetStaysInTheHead() throws {
        let form = try #require(
            Drawn.form([
                ["实施单位", "甲中心", "年度预算", "128.5万元"], ["一级指标", "二级指标", "三级指标", "指标值"],
                ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(form.implementingUnit == "甲中心")
        #expect(form.funds.map(\.label) == ["年度预算"])
        #expect(form.funds.map(\.item) == [.total])
        #expect(form.funds.map(\.amount) == [1_285_000])
    }

    // MARK: Units of money

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

    @Test func aCaptionWithItsAmountInTheSameRowIsALine() throws {
        let lines = try funds([["项目经费投入（万元）", "120", "其中：财政拨款", "80"]])
        #expect(lines.map(\.label) == ["项目经费投入（万元）", "其中：财政拨款"])
        #expect(lines.map(\.amount) == [1_200_000, 800_000])
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

    // MARK: Lines and columns that are not understood

    @Test func aColumnOfAPartOfTheYearIsKeptAsAField() throws {
        let form = try #require(
            Drawn.form([
                ["资金情况（万元）", "", "年初预算数", "1-6月执行数", "执行率"], ["^", "年度资金总额", "126", "51.3", "40.7%"],
                ["一级指标", "二级指标", "三级指标", "指标值", ""], ["产出指标", "数量指标", "场次", "4场", ""],
            ]))
        #expect(form.funds.map(\.initialBudget) == [1_260_000])
        #expect(form.funds.map(\.executed) == [nil])
        #expect(form.fields["年度资金总额 1-6月执行数"] == "51.3")
    }

    @Test(arguments: [
        ("当年预算安排数", FundRole.initialBudget), ("调整后预算额", .adjustedBudget), ("全年预算安排数", .adjustedBudget),
        ("实际支出金额", .executed), ("资金使用数", .executed), ("预算资金执行率", .executionRate), ("财政资金支付率（%）", .executionRate),
    ])
    func headersByTheirParts(header: String, role: FundRole) {
        #expect(FormDictionary.builtIn.fundColumn(header) == role)
    }

    @Test(arguments: ["1-9月执行数", "上年预算数", "预计执行数", "截至目前支出金额"])
    func amountsOfOtherTimesAreNoColumnOfALine(header: String) {
        #expect(FormDictionary.builtIn.fundColumn(header) == nil)
    }

    @Test func blocksSideBySideAddUpEachByItself() throws {
        let form = try #require(
            Drawn.form([
                ["资金（万元）", "项目资金总额", "120", "年度资金申请总额", "60"],
                ["^", "其中：财政拨款", "100", "其中：财政拨款", "60"], ["^", "其他资金", "20", "其他资金", ""],
                ["一级指标", "二级指标", "三级指标", "指标值", ""], ["产出指标", "数量指标", "场次", "4场", ""],
            ]))
        #expect(form.funds.map(\.label).filter { $0.contains("总额") } == ["项目资金总额", "年度资金申请总额"])
        #expect(form.checks.map(\.passed) == [true, true])
    }

    @Test func aSumWhosePartsAreNotAllUnderstoodIsNotedAndNotMade() throws {
        let form = try #require(
            Drawn.form([
                ["资金来源", "资金总额", "120", "<"], ["^", "财政拨款", "100", "<"], ["^", "银河资金", "5", "<"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(form.checks.isEmpty)
        #expect(form.notes.map(\.code) == [.checkLeftOut])
    }

    @Test func aLonePartNeedNotFillItsTotal() throws {
        let form = try #require(
            Drawn.form([
                ["资金来源", "资金总额", "120", "<"], ["^", "其中：财政拨款", "100", "<"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(!form.checks.contains { !$0.passed })
    }

    @Test func partsAndTotalThatDifferByAPowerOfTen() throws {
        let form = try #require(
            Drawn.form([
                ["资金来源", "资金总额", "1200000", "<"], ["^", "财政拨款", "100", "<"], ["^", "其他资金", "20", "<"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(form.checks.map(\.code) == [.fundsTotal, .amountsImplausible])
        #expect(form.checks.allSatisfy { !$0.passed })
    }

    @Test func amountsOfADepartmentThatAreTooSmallForAnyUnit() throws {
        let form = try #require(
            Drawn.form(
                [
                    ["资金来源", "资金总额", "876.69", "<"], ["一级指标", "二级指标", "三级指标", "指标值"],
                    ["产出指标", "数量指标", "参保人数", "12人"],
                ], title: "部门整体支出绩效目标表"))
        #expect(form.checks.map(\.code) == [.amountsImplausible])
    }
}
