import Testing

@testable import Normalize

/// The funding block, by "Form record" of the record format: money in 元, labels as printed.
@Suite struct FundsReaderTests: FormsWithFunds {
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

    @Test func theBudgetThatTheRateIsOfIsTheAdjustedOne() throws {
        let lines = try funds(
            [
                ["项目资金（万元）", "资金来源", "预算数（A）", "执行数（B）", "执行率（B/A）"],
                ["^", "合计", "1,120", "1,075.2", "96%"],
            ], title: "项目支出绩效自评表")
        #expect(lines.map(\.adjustedBudget) == [11_200_000])
        #expect(lines.map(\.initialBudget) == [nil])
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

    @Test func aCaptionWithItsAmountInTheSameRowIsALine() throws {
        let lines = try funds([["项目经费投入（万元）", "120", "其中：财政拨款", "80"]])
        #expect(lines.map(\.label) == ["项目经费投入（万元）", "其中：财政拨款"])
        #expect(lines.map(\.amount) == [1_200_000, 800_000])
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

    @Test func aSourceOfItsOwnWordsRightBelowIsALine() throws {
        let form = try #require(
            Drawn.form([
                ["资金总额（万元）", "120", "", ""], ["市县资金", "40", "", ""], ["一级指标", "二级指标", "三级指标", "指标值"],
                ["产出指标", "数量指标", "场次", "4场"],
            ]))
        #expect(form.funds.map(\.amount) == [1_200_000, 400_000])
    }

    /// A number behind a label of the head is no money, wherever it stands.
    @Test(arguments: ["项目代码", "占地面积", "受益户数"])
    func aNumberOfTheHeadBelowTheFundsIsNoLine(label: String) throws {
        let form = try #require(
            Drawn.form([
                ["资金总额（万元）", "120", "", ""], [label, "40", "", ""], ["一级指标", "二级指标", "三级指标", "指标值"],
                ["产出指标", "数量指标", "场次", "4场"],
            ]))
        #expect(form.funds.map(\.label) == ["资金总额（万元）"])
        #expect(form.fields[label] == "40")
    }

    @Test func theLaterOfTwoBudgetsIsInForceWithANote() throws {
        let form = try #require(
            Drawn.form(
                [
                    ["资金（万元）", "年初预算数", "预算总数", "执行数"], ["资金总额", "10", "12", "11"],
                    ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "场次", "4场"],
                ], title: "项目支出绩效自评表"))
        #expect(form.funds.map(\.adjustedBudget) == [120_000])
        #expect(form.notes.contains { $0.code == .columnsInferred && $0.message.contains("预算总数") })
    }

    /// Sources in a form's own words, each with its amount behind it, without a caption.
    @Test func pairsOfSourcesAndAmounts() throws {
        let form = try #require(
            Drawn.form([
                ["项目名称", "厂房二期", "投向领域", "产业园区"], ["政策期资金需求（万元）", "5,820.00", "本年度资金需求（万元）", "1,940.00"],
                ["其中：市级财政（万元）", "1,164.00", "区级财政（万元）", "776.00"],
                ["本年度申请债券资金（万元）", "18,000", "偿债资金来源", "厂房租金"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(
            form.funds.map(\.amount) == [58_200_000, 19_400_000, 11_640_000, 7_760_000, 180_000_000])
        #expect(form.fields["偿债资金来源"] == "厂房租金")
    }

    /// Numbers behind labels of the head that do not speak of money.
    @Test func figuresOfTheHeadAreNoFunds() throws {
        let form = try #require(
            Drawn.form([
                ["项目名称", "厂房二期", "投向领域", "产业园区"], ["建设面积", "5820", "在职人数", "194"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(form.funds.isEmpty)
        #expect(form.fields["建设面积"] == "5820")
    }

    /// One line of figures under columns of money, beside the block's caption.
    @Test func aLineWithoutALabel() throws {
        let form = try #require(
            Drawn.form([
                ["预算执行情况（万元）", "年初预算数", "1—8月执行数", "执行率"], ["^", "1,640.00", "1,023.36", "62.4%"],
                ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        let line = try #require(form.funds.first)
        #expect(form.funds.count == 1)
        #expect(line.label == "预算执行情况（万元）")
        #expect(line.initialBudget == 16_400_000)
        #expect(line.executionRate == "62.4")
        #expect("\(form.fields)".contains("1,023.36"))
    }

    /// A differing amount and a column of points beside the sources.
    @Test func differencesAndPointsAreNoAmounts() throws {
        let lines = try funds([
            ["项目资金", "资金来源", "调整前预算数", "调整后预算数", "调整金额"],
            ["^", "资金总额", "9,800", "8,840", "-960"], ["^", "社会资金", "2,000", "1,600", "-400"],
        ])
        #expect(lines.map(\.amount) == [nil, nil])
        #expect(lines.map(\.initialBudget) == [9800, 2000])
        #expect(lines.map(\.adjustedBudget) == [8840, 1600])
    }

    @Test func sourcesAsColumnsWithPoints() throws {
        let form = try #require(
            Drawn.form([
                ["资金情况（万元）", "资金来源", "合计", "中央资金", "市县资金", "执行得分"],
                ["^", "全年预算数", "2,640", "2,000", "640", "9.68"], ["^", "全年执行数", "2,580", "2,000", "580", "^"],
                ["^", "执行率", "97.7%", "100%", "90.6%", "^"],
                ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值"],
                ["产出指标", "数量指标", "参保人数", "12人", "12人", "10"],
            ]))
        #expect(form.funds.map(\.label) == ["合计", "中央资金", "市县资金"])
        #expect(form.funds.map(\.executed) == [25_800_000, 20_000_000, 5_800_000])
        #expect(form.funds.map(\.score) == ["9.68", nil, nil])
    }

    /// Lines of text over the table, where the amount has its unit.
    @Test func fundsInLinesOfText() throws {
        let forms = Drawn.forms([
            [
                .text("项目绩效目标表"), .text("年度预算资金：1,860.00万元"), .text("其中：中央财政资金：1,200.00万元"), .text("建设规模：300户"),
                .table([["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"]]),
            ]
        ])
        let form = try #require(forms.first)
        #expect(form.funds.map(\.amount) == [18_600_000, 12_000_000])
        #expect(form.fields["建设规模"] == "300户")
    }

    /// 市级 is a source of money under a caption, and a plain value behind a label of the head.
    @Test func aValueOfTheHeadIsNoSource() throws {
        let form = try #require(
            Drawn.form([
                ["项目名称", "管网改造", "项目级次", "市级"], ["一级指标", "二级指标", "三级指标", "指标值"],
                ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(form.funds.isEmpty)
        #expect(form.projectName == "管网改造")
        #expect(form.fields["项目级次"] == "市级")
    }
}
