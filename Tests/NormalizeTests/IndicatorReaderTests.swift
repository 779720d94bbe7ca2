import Testing

@testable import Normalize

/// Rows of the indicator table, by "Indicator record" of the record format.
@Suite struct IndicatorReaderTests: ScannedForms {
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

    // MARK: Rows read from a picture

    @Test func aRowWhoseLevelWasLostIsDoubtful() throws {
        #expect(try scanned(rows(), confidence: 0.99).row.confidence == 0.99)
        #expect(try scanned(rows(level1: ""), confidence: 0.99).row.confidence < 0.8)
        // Embedded text is not lost, but its level may stand where nobody looked.
        #expect(try #require(Drawn.form(rows())?.indicators.first).confidence == 1)
        #expect(try #require(Drawn.form(rows(level1: ""))?.indicators.first).confidence == 0.8)
    }

    @Test(arguments: ["产出指标分", "产出指标So分C"])
    func aLevelWithMoreBehindItIsDoubtful(_ label: String) throws {
        #expect(try scanned(rows(level1: label), confidence: 0.99).row.confidence < 0.8)
    }

    @Test func aRowThatLacksWhatAllOthersHaveIsDoubtful() throws {
        let header = ["一级指标", "三级指标", "指标值", "分值"]
        let rest = ["乙", "丙", "丁"].map { ["产出指标", "\($0)完成率", "≥95%", "10"] }
        func page(_ weight: String) -> [[String]] { [header, ["产出指标", "参保率", "≥95%", weight]] + rest }
        #expect(try scanned(page(""), confidence: 0.99).row.confidence < 0.8)
        #expect(try scanned(page("10"), confidence: 0.99).row.confidence == 0.99)
    }

    @Test func rowsUnderOneNameAreDoubtful() throws {
        let page = [
            ["一级指标", "三级指标", "指标值", "分值"], ["产出指标", "疏浚河道建设生态河道", "≥80条", "10"], ["^", "^", "≥15公里", "5"],
        ]
        let form = try #require(Drawn.scannedForm(page, confidence: 0.99))
        #expect(form.indicators.count == 2)
        #expect(form.indicators.allSatisfy { $0.confidence < 0.8 })
    }
}
