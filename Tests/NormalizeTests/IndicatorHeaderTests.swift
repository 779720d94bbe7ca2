import Testing

@testable import Normalize

/// Where the header of an indicator table begins and what its columns are.
@Suite struct IndicatorHeaderTests {
    @Test func aCaptionOverTheNamesOfIndicators() throws {
        let form = try #require(
            Drawn.form(
                [
                    ["项目名称", "甲", "<", "<", "<", "<", "<"],
                    ["绩效指标", "计量单位", "全年计划数", "全年完成数", "分值", "得分", "扣分说明"],
                    ["产出指标", "", "", "", "50", "47.5", ""], ["数量指标", "", "", "", "20", "18.5", ""],
                    ["1.编制地方志书", "部", "2", "2", "10", "10", ""],
                    ["2.征集地方文献", "册", "≥800", "680", "10", "8.5", "征集难度大"],
                    ["效益指标", "", "", "", "30", "30", ""], ["社会效益指标", "", "", "", "30", "30", ""],
                    ["3.接待观众", "万人次", "≥6.5", "7.12", "30", "30", ""],
                ], title: "项目绩效自评表"))
        #expect(form.names == ["1.编制地方志书", "2.征集地方文献", "3.接待观众"])
        #expect(form.indicators.map(\.level1) == ["产出指标", "产出指标", "效益指标"])
        #expect(form.indicators.map(\.level2) == ["数量指标", "数量指标", "社会效益指标"])
        #expect(form.indicators.map { $0.target?.text } == ["2部", "≥800册", "≥6.5万人次"])
        #expect(form.indicators[1].varianceReason == "征集难度大")
    }

    @Test func headersThatReachDownToTheRowOfLevels() throws {
        let form = try #require(
            Drawn.forms([
                [
                    .text("项目支出绩效目标表"),
                    .table([
                        ["项目单位（项目名称）", "绩效目标", "<", "<", "<"], ["^", "成本指标", "<", "产出指标", "<"],
                        ["^", "三级指标", "指标值", "三级指标", "指标值"], ["河道清淤项目", "经济成本", "≤380万元", "清淤长度", "≥18公里"],
                    ]),
                ]
            ]).first)
        #expect(form.projectName == "河道清淤项目")
        #expect(form.names == ["经济成本", "清淤长度"])
        #expect(form.indicators.map(\.level1) == ["成本指标", "产出指标"])
        #expect(form.indicators.map { $0.target?.text } == ["≤380万元", "≥18公里"])
    }

    @Test func partsOfValuesUnderTwoHeadings() throws {
        let form = try #require(
            Drawn.form(
                [
                    ["一级指标", "二级指标", "三级指标", "目标值", "<", "<", "完成情况", "<"],
                    ["^", "^", "^", "符号", "数值", "单位", "数值", "单位"],
                    ["产出指标", "数量指标", "抽检批次", "≥", "4200", "批次", "4,356", "批次"],
                ], title: "项目绩效自评表"))
        #expect(form.indicators.map { $0.target?.text } == ["≥4200批次"])
        #expect(form.indicators.map { $0.actual?.value } == [4356])
        #expect(form.indicators.map { $0.actual?.unit } == ["批次"])
    }

    @Test func aLevelAndTheNameInOneCell() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标—三级指标", "期望值", "分数"], ["产出", "数量指标—迁移上云系统", "45～50个", "13"],
            ]))
        #expect(form.indicators.map(\.level2) == ["数量指标"])
        #expect(form.names == ["迁移上云系统"])
    }

    /// A real form's column of targets, and what stands beside it.
    @Test(arguments: [
        "年度(/项目)指标值", "2024年指标值", "12月底目标值", "计划数/目标值", "指标值（%）", "应达标准", "预期达到水平", "考核目标", "期望值",
        "年末目标", "绩效目标值", "本年预期值", "2025年度计划完成数",
    ])
    func headersOfTargets(header: String) throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", header], ["产出指标", "数量指标", "参保人数", "12人"],
                ["效益指标", "社会效益指标", "覆盖面", "有所扩大"],
            ]))
        #expect(form.indicators.map { $0.target?.text } == ["12人", "有所扩大"])
        #expect(form.indicators.allSatisfy { $0.confidence >= 0.9 })
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

    @Test func theFirstOfTwoScoresUnderOneHeadingIsTheFormsOwn() throws {
        let form = try #require(
            Drawn.form(
                [
                    ["一级指标", "二级指标", "三级指标", "年度目标", "年度完成", "分值", "得分", "<", "未达目标原因"],
                    ["^", "^", "^", "^", "^", "^", "自评", "复核", "^"],
                    ["产出指标", "数量指标", "场次", "12场", "10场", "20", "18", "17", "降雨"],
                ], title: "项目绩效自评表"))
        let row = try #require(form.indicators.first)
        #expect(row.score == 18)
        #expect(row.extra["复核"] == "17")
        #expect(row.actual?.text == "10场")
        #expect(row.varianceReason == "降雨")
    }
}
