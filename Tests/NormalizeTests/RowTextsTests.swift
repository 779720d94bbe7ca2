import Testing

@testable import Normalize

/// What stands in the columns of one row, and rows that stand one column beside their own.
@Suite struct RowTextsTests {
    private static let header = ["一级指标", "二级指标", "三级指标", "指标值", "备注"]

    @Test func natureAndDirectionMayBeSwapped() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "指标性质", "指标方向", "目标值", "计量单位"],
                ["产出指标", "数量指标", "监测面积", "≥", "正向", "100", "亩"],
                ["^", "^", "投诉次数", "反向", "≤", "3", "次"],
            ]))
        #expect(form.indicators.map(\.direction) == [.positive, .negative])
        #expect(form.indicators.map { $0.target?.text } == ["≥100亩", "≤3次"])
        #expect(form.indicators.allSatisfy { $0.extra.isEmpty })
    }

    @Test func aNameInTheSecondLevelsColumnIsPutBack() throws {
        let form = try #require(
            Drawn.form([
                Self.header,
                ["产出指标", "数量指标", "参保人数", "≥341万人", ""],
                ["^", "困难群众参保率", "≥95%", "", ""],
                ["^", "质量指标", "报销比例", "70%", ""],
            ]))
        #expect(form.names == ["参保人数", "困难群众参保率", "报销比例"])
        #expect(form.indicators.map(\.level2) == ["数量指标", "数量指标", "质量指标"])
        #expect(form.indicators.map { $0.target?.text } == ["≥341万人", "≥95%", "70%"])
        #expect(form.indicators.map { $0.repairs.contains(.cellShifted) } == [false, true, false])
    }

    @Test func aValueInTheRemarkIsPutBackAndARemarkIsNot() throws {
        let form = try #require(
            Drawn.form([
                Self.header,
                ["产出指标", "数量指标", "参保人数", "", "≥341万人"],
                ["^", "^", "培训次数", "", "按计划完成"],
                ["^", "^", "宣传次数", "8次", "12次"],
            ]))
        #expect(form.indicators.map { $0.target?.text } == ["≥341万人", nil, "8次"])
        #expect(form.indicators.map(\.remark) == [nil, "按计划完成", "12次"])
        #expect(form.indicators.map { $0.repairs.contains(.cellShifted) } == [true, false, false])
    }

    @Test func unknownColumnsGoToExtra() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "绩效标准", "指标值", "数据来源"],
                ["产出指标", "数量指标", "参保人数", "计划标准", "12人", "系统"],
                ["^", "^", "培训次数", "历史标准", "4次", "—"],
            ]))
        #expect(Array(form.indicators[0].extra.keys) == ["绩效标准", "数据来源"])
        #expect(form.indicators[0].extra["绩效标准"] == "计划标准")
        #expect(form.indicators[0].extra["数据来源"] == "系统")
        #expect(Array(form.indicators[1].extra.keys) == ["绩效标准"])
    }

    /// A column of units that is for words as well; a unit without a value stays one.
    @Test func aTargetInWordsUnderTheUnit() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "符号", "值", "单位（文字描述）"],
                ["产出指标", "数量指标", "监测面积", "≥", "100", "亩"],
                ["效益指标", "社会效益指标", "防控意识", "", "", "明显提高"],
                ["^", "^", "减少支出", "", "", "万元"],
            ]))
        #expect(form.indicators.map { $0.target?.text } == ["≥100亩", "明显提高", nil])
        #expect(form.indicators[0].confidence >= 0.9)
        #expect(form.indicators[1].confidence < 0.9)
    }
}
