import Testing

@testable import Normalize

/// A column is told by what its cells hold where its header does not say; never at full confidence.
@Suite struct ColumnEvidenceTests {
    private func form(_ header: String, _ cells: [String], total: String = "") throws -> FormRecord {
        let rows = cells.enumerated().map { ["产出指标", "数量指标", "名称\($0)", $1] }
        let sums = total.isEmpty ? [] : [["合计", "<", "<", total]]
        return try #require(Drawn.form([["一级指标", "二级指标", "三级指标", header]] + rows + sums))
    }

    @Test func aColumnOfValuesIsTheTarget() throws {
        let form = try form("考评刻度", ["≥12万人", "95%以上", "2025年6月底前"])
        #expect(form.indicators.map { $0.target?.text } == ["≥12万人", "95%以上", "2025年6月底前"])
        #expect(form.indicators.allSatisfy { $0.repairs.contains(.roleInferred) && $0.confidence < 0.9 })
        #expect(form.notes.contains { $0.code == .columnsInferred && $0.message.contains("考评刻度") })
    }

    @Test(arguments: ["完成率", "上年指标值", "偏差率", "1-6月进度"])
    func aColumnThatSpeaksOfSomethingElseIsNone(header: String) throws {
        let form = try form(header, ["≥12万人", "95%以上", "100%"])
        #expect(form.indicators.allSatisfy { $0.target == nil && $0.confidence < 0.9 })
    }

    @Test func textsAreNoTarget() throws {
        let form = try form("取数来源", ["统计年报", "工作台账", "现场查看"])
        #expect(form.indicators.allSatisfy { $0.target == nil && $0.extra["取数来源"] != nil })
        #expect(form.notes.contains { $0.code == .columnUnknown })
    }

    @Test func figuresThatAddUpToThePrintedSumAreTheWeight() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "指标值", "份额"], ["产出指标", "数量指标", "甲", "12人", "40"],
                ["效益指标", "社会效益", "乙", "95%", "60"], ["合计", "<", "<", "", "100"],
            ]))
        #expect(form.indicators.map(\.weight) == [40, 60])
        #expect(form.indicators.allSatisfy { $0.repairs.contains(.roleInferred) })
    }

    @Test func levelsAreToldByTheirLabels() throws {
        let form = try #require(
            Drawn.form([
                ["栏目", "绩效指标名称", "指标值", "备注"], ["产出指标", "参保人数", "12人", ""], ["效益指标", "覆盖率", "95%", ""],
            ]))
        #expect(form.indicators.map(\.level1) == ["产出指标", "效益指标"])
    }

    @Test func twoColumnsOfOneRoleAreDoubted() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "指标值", "目标值"], ["产出指标", "数量指标", "甲", "12人", "13人"],
            ]))
        #expect(form.indicators[0].target?.text == "12人")
        #expect(form.indicators[0].extra["目标值"] == "13人")
        #expect(form.indicators[0].confidence < 0.9)
        #expect(form.notes.map(\.code) == [.columnsInferred])
    }

    private let levelHeaders = ["一级指标", "二级指标", "三级指标"]

    private func form(of headers: [String], _ cells: [[String]], total: [String]? = nil) throws -> FormRecord {
        let rows = cells.enumerated().map { index, row in
            [index == 0 ? "产出指标" : "^", index == 0 ? "数量指标" : "^", ["甲", "乙", "丙", "丁"][index]] + row
        }
        return try #require(
            Drawn.form([levelHeaders + headers] + rows + (total.map { [["总分", "<", "<"] + $0] } ?? [])))
    }

    @Test func bareFiguresMayBeAnything() throws {
        let form = try form(of: ["银河"], [["95"], ["12"], ["3"]])
        #expect(form.indicators.allSatisfy { $0.target == nil })
        #expect(form.indicators.map { $0.extra["银河"] } == ["95", "12", "3"])
    }

    @Test func oneCellProvesNothing() throws {
        #expect(try form(of: ["银河"], [["≥95%"]]).indicators.map { $0.target?.text } == [nil])
    }

    @Test func twoColumnsOfValuesAreToldApartByNothing() throws {
        let form = try form(of: ["银河", "星河"], [["≥95%", "96%"], ["12人", "13人"]])
        #expect(form.indicators.allSatisfy { $0.target == nil })
    }

    @Test func wordsBesideBareTargetsAreTheirUnits() throws {
        let form = try form(of: ["指标值", "银河"], [["95", "%"], ["12", "人"]])
        #expect(form.indicators.map { $0.target?.text } == ["95%", "12人"])
    }

    @Test func signsAreTheOperators() throws {
        let form = try form(of: ["银河", "指标值"], [["≥", "95%"], ["≤", "12人"]])
        #expect(form.indicators.map { $0.target?.comparator } == [.atLeast, .atMost])
    }

    @Test func figuresThatAddUpToTheTotalAreWeights() throws {
        let cells = [["95%", "60"], ["12人", "40"]]
        #expect(try form(of: ["指标值", "银河"], cells, total: ["", "100"]).indicators.map(\.weight) == [60, 40])
        #expect(try form(of: ["指标值", "银河"], cells, total: ["", "90"]).indicators.map(\.weight) == [nil, nil])
    }

    /// What the ending of a header and the cells both say leaves little doubt; the ending alone does.
    @Test func theEndingOfAHeaderTells() throws {
        let sure = try form("全市指标值", ["≥12万人", "95%以上", "2025年6月底前"])
        #expect(sure.indicators.map { $0.target?.text } == ["≥12万人", "95%以上", "2025年6月底前"])
        #expect(sure.indicators.allSatisfy { $0.repairs.contains(.roleInferred) && $0.confidence == 0.9 })
        #expect(sure.notes.contains { $0.code == .columnsInferred && $0.message.contains("全市指标值") })
        let doubted = try form("全市指标值", ["优良", "有所提高", "按期完成"])
        #expect(doubted.indicators.map { $0.target?.text } == ["优良", "有所提高", "按期完成"])
        #expect(doubted.indicators.allSatisfy { $0.confidence < 0.9 })
    }

    @Test func anotherColumnOfTargetsIsNotPassedOver() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "三年总指标值", "滨海片区"], ["产出指标", "数量指标", "甲", "1500", "≥600个"],
                ["效益指标", "社会效益", "乙", "100", "≥95%"],
            ]))
        #expect(form.indicators.allSatisfy { $0.target?.text != "1500" && $0.confidence < 0.9 })
    }

    @Test func aReasonIsToldByItsEnding() throws {
        let form = try #require(
            Drawn.form([
                ["一级指标", "二级指标", "三级指标", "指标值", "两项以上滞后的主要原因分析"],
                ["产出指标", "数量指标", "甲", "≥600个", "话务高峰坐席不足"],
            ]))
        #expect(form.indicators.map(\.varianceReason) == ["话务高峰坐席不足"])
        #expect(form.indicators[0].confidence < 0.9)
    }
}
