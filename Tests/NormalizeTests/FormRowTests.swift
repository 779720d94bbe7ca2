import Testing

@testable import Normalize

/// Rows of the indicator table, by "Indicator record" of the record format.
@Suite struct FormRowTests {
    private static let header = ["一级指标", "二级指标", "三级指标", "指标值", "备注"]

    @Test func mergedLevelsAreFilledDown() throws {
        let form = try #require(
            Drawn.form([
                Self.header,
                ["产出指标", "数量指标", "参保人数", "≥341万人", ""],
                ["^", "^", "培训次数", "4次", ""],
                ["^", "质量指标", "参保率", "≥95%", ""],
                ["满意度指标", "满意度指标", "患者满意度", "≥90%", ""],
            ]))
        #expect(form.indicators.map(\.level1) == ["产出指标", "产出指标", "产出指标", "满意度指标"])
        #expect(form.indicators.map(\.level2) == ["数量指标", "数量指标", "质量指标", "满意度指标"])
        #expect(form.names == ["参保人数", "培训次数", "参保率", "患者满意度"])
        #expect(form.indicators.map(\.level1Code) == ["output", "output", "output", "satisfaction"])
        #expect(form.indicators.map(\.level2Code) == ["quantity", "quantity", "quality", "satisfaction"])
        #expect(form.indicators.map { $0.repairs.contains(.spanFilled) } == [false, true, true, false])
        #expect(form.indicators[0].target?.value == 3_410_000)
        #expect(form.indicators[0].target?.unit == "人")
    }

    @Test func blankLevelCellsMeanAsAbove() throws {
        let form = try #require(
            Drawn.form([
                Self.header,
                ["产出指标", "数量指标", "参保人数", "12人", ""],
                ["", "", "培训次数", "4次", ""],
                ["", "质量指标", "参保率", "≥95%", ""],
            ]))
        #expect(form.indicators.map(\.level1) == ["产出指标", "产出指标", "产出指标"])
        #expect(form.indicators.map(\.level2) == ["数量指标", "数量指标", "质量指标"])
    }

    @Test func aNewFirstLevelDoesNotKeepTheSecondLevelAbove() throws {
        let form = try #require(
            Drawn.form([
                Self.header,
                ["产出指标", "数量指标", "参保人数", "12人", ""],
                ["满意度指标", "", "患者满意度", "≥90%", ""],
            ]))
        #expect(form.indicators.map(\.level2) == ["数量指标", nil])
    }

    @Test func aBracketedWeightIsCutOffTheLevels() throws {
        let form = try #require(
            Drawn.form([
                Self.header,
                ["产出指标(50分)", "数量指标（20分）", "参保人数", "12人", ""],
                ["^", "^", "培训次数", "4次", ""],
            ]))
        #expect(form.indicators.map(\.level1) == ["产出指标", "产出指标"])
        #expect(form.indicators.map(\.level1Weight) == [50, 50])
        #expect(form.indicators.map(\.level2) == ["数量指标", "数量指标"])
        #expect(form.indicators[0].level2Code == "quantity")
    }

    @Test(arguments: [
        ("决策", nil), ("过程", "process"), ("产出", "output"), ("效益", "benefit"), ("满意度", "satisfaction"),
        ("投入", "input"), ("成本指标", "cost"),
    ])
    func levelCodes(label: String, code: String?) throws {
        let form = try #require(Drawn.form([Self.header, [label, "其他指标", "参保人数", "12人", ""]]))
        #expect(form.indicators[0].level1Code == code)
        #expect(form.indicators[0].level2Code == nil)
    }

    @Test func operatorValueAndUnitInThreeColumns() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "计算符号", "指标值", "计量单位"],
                ["产出指标", "质量指标", "参保率", "≦", "95.23", "%"],
                ["^", "成本指标", "项目成本", "≤", "2956.8", "万元"],
                ["^", "质量指标", "保障程度", "定性", "有效保障", "-"],
                ["^", "时效指标", "完成时间", "定性", "2025年9月底前", ""],
                ["^", "数量指标", "培训次数", "", "12", "个"],
            ]))
        let values = form.indicators.compactMap(\.target)
        #expect(values.map(\.text) == ["≦95.23%", "≤2956.8万元", "有效保障", "2025年9月底前", "12个"])
        #expect(values.map(\.kind) == [.quantity, .quantity, .qualitative, .date, .quantity])
        #expect(values.map(\.comparator) == [.atMost, .atMost, nil, .atMost, nil])
        #expect(values.map(\.value) == ["95.23", 29_568_000, nil, nil, 12])
        #expect(values.map(\.unit) == ["%", "元", nil, nil, "个"])
        #expect(values[3].date == "2025-09-30")
    }

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

    @Test func underAStackedHeaderTheLowestCellNamesTheColumn() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "绩效标准", "<", "当年预期实现值"],
                ["^", "^", "^", "前年", "上年", "^"],
                ["产出指标", "数量指标", "参保人数", "10人", "11人", "12人"],
            ]))
        let record = try #require(form.indicators.first)
        #expect(form.indicators.count == 1)
        #expect(record.extra["前年"] == "10人")
        #expect(record.extra["上年"] == "11人")
        #expect(record.target?.text == "12人")
    }

    @Test func halfAYearsValueIsExtraBesideTheYears() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "半年（程）指标值", "全年（程）指标值"],
                ["产出", "产出数量", "河道清淤", "≥6公里", "≥12公里"],
            ]))
        #expect(form.indicators[0].target?.text == "≥12公里")
        #expect(form.indicators[0].extra["半年（程）指标值"] == "≥6公里")
        #expect(form.indicators[0].level2Code == "quantity")
    }

    @Test func aSelfEvaluationHasActualWeightScoreAndReason() throws {
        let form = try #require(
            Drawn.form(
                [
                    ["一级指标", "二级指标", "三级指标", "年度指标值(A)", "实际完成值(B)", "分值", "得分", "偏差原因分析及改进措施"],
                    ["产出指标", "数量指标", "参保人数", "≥100人", "90人", "10", "9", "人口外流"],
                    ["^", "^", "培训次数", "4次", "4次", "12.5", "12.5", "/"],
                ], title: "项目支出绩效自评表"))
        #expect(form.kind == .projectSelfEvaluation)
        #expect(form.indicators.map(\.weight) == [10, "12.5"])
        #expect(form.indicators.map(\.score) == [9, "12.5"])
        #expect(form.indicators.map { $0.actual?.text } == ["90人", "4次"])
        #expect(form.indicators.map(\.varianceReason) == ["人口外流", nil])
    }

    @Test func emptyLinesAreNoRecords() throws {
        let form = try #require(
            Drawn.form([
                Self.header,
                ["产出指标", "数量指标", "指标1：参保人数", "12人", ""],
                ["^", "^", "指标2：", "", ""],
                ["^", "^", "……", "", ""],
                ["^", "质量指标", "", "", ""],
                ["效益指标", "社会效益指标", "1.覆盖面", "-", ""],
            ]))
        // Numbering stays; a name without a value is an indicator whose target is not on the page.
        #expect(form.names == ["指标1：参保人数", "1.覆盖面"])
        #expect(form.indicators[1].target == nil)
        #expect(form.indicators[1].level2Code == "social_benefit")
    }

    @Test func twoTreesSideBySideBothGiveRecords() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"],
                ["产出指标", "数量指标", "三年人数", "300人", "质量指标", "今年比例", "95%"],
            ]))
        #expect(Set(form.names) == ["三年人数", "今年比例"])
        #expect(form.indicators.allSatisfy { $0.level1 == "产出指标" })
        #expect(form.indicators.first { $0.level3 == "今年比例" }?.level2 == "质量指标")
        #expect(form.indicators.first { $0.level3 == "今年比例" }?.target?.text == "95%")
    }
}
