import Testing

@testable import Normalize

/// Headers that are no listed word are read by their parts.
@Suite struct HeaderGrammarTests {
    private let dictionary = FormDictionary.builtIn

    @Test(
        arguments: [
            "年度(/项目)指标值", "2024年指标值", "本年度指标值", "调整后指标值", "2025年度目标值", "全年预期值", "当年计划数",
            "项目预期目标值", "年初计划指标值", "计划完成值", "年度绩效目标", "本年预期指标值（A）", "2023年度设定值", "调整后目标值",
        ])
    func targets(header: String) { #expect(dictionary.column(header) == .target) }

    @Test(
        arguments: [
            "年度完成值", "2024年完成值", "全年实际完成数", "本年实际完成情况", "实际达成值", "自评实际值", "1-9月完成情况",
            "2024年度实际完成值(B)", "项目实际完成情况", "当年实现值", "年度指标完成情况", "上半年实际完成值", "目标完成值", "绩效目标实现情况", "年度目标完成情况",
        ])
    func results(header: String) { #expect(dictionary.column(header) == .actual) }

    @Test(
        arguments: [
            ("指标度量单位", ColumnRole.unit), ("绩效指标计量单位", .unit), ("年度权重", .weight), ("指标标准分", .weight),
            ("项目自评得分", .score), ("绩效自评分", .score), ("偏差原因说明", .varianceReason),
            ("未完成原因及措施", .varianceReason), ("偏差分析及改进措施", .varianceReason), ("项目备注", .remark),
        ])
    func otherColumns(header: String, role: ColumnRole) { #expect(dictionary.column(header) == role) }

    /// Another year's value, a word of unknown parts or a sentence is no target.
    @Test(
        arguments: [
            "上年指标值", "前年完成值", "历史值", "行业标准值", "绩效标准", "数据来源", "佐证材料", "责任科室", "实施期指标值",
            "完成全县基层文化骨干培训的目标", "数量指标", "社会价值", "价值", "产值", "偏差值", "评价值", "未完成值", "2024年完成值（上年）",
        ])
    func othersStayUnknown(header: String) { #expect(dictionary.column(header) == nil) }

    @Test(
        arguments: [
            ("年度指标值", "年初指标值"), ("调整后指标值", "年初指标值"), ("调整后指标值", "年度指标值"), ("全年指标值", "半年指标值"),
            ("实际完成值", "1-6月完成值"), ("2024年完成值", "上半年完成值"), ("指标值", "年初目标值"),
            ("2024年目标值", "2023年目标值"),
        ])
    func theValueInForceRanksHigher(higher: String, lower: String) {
        #expect(dictionary.rank(higher) > dictionary.rank(lower))
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
}
