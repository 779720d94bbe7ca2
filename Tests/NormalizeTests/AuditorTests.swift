import PageModel
import Testing

@testable import Normalize

/// Each check, passed and failed, and left out where the page does not print what it needs.
@Suite struct AuditorTests {
    private static let source = RecordSource(
        page: 1, box: Rect(x0: 0, y0: 0, x1: 1, y1: 1), textSource: .embedded)

    private func fund(_ item: FundItem, _ amount: DecimalNumber? = nil) -> FundLine {
        FundLine(item: item, label: item.rawValue, amount: amount)
    }

    private func indicator(
        _ name: String, level1: String = "产出指标", groupWeight: DecimalNumber? = nil, weight: DecimalNumber? = nil,
        score: DecimalNumber? = nil
    ) -> IndicatorRecord {
        IndicatorRecord(
            level1: level1, level3: name, level1Weight: groupWeight, weight: weight, score: score, extra: [:],
            source: Self.source, confidence: 1, repairs: [])
    }

    private func checks(
        _ code: AuditCheck.Code, funds: [FundLine] = [], indicators: [IndicatorRecord] = [],
        totalWeight: DecimalNumber? = nil, totalScore: DecimalNumber? = nil
    ) -> [AuditCheck] {
        let form = FormRecord(
            kind: .projectSelfEvaluation, funds: funds, totalWeight: totalWeight, totalScore: totalScore, fields: [:],
            indicators: indicators, pages: [1], checks: [], source: Self.source)
        return Auditor().audit(form).checks.filter { $0.code == code }
    }

    // MARK: funds_total

    @Test func theTotalIsTheSumOfItsParts() {
        let funds = [fund(.total, 100), fund(.fiscalAppropriation, "80.5"), fund(.other, "19.5")]
        let found = checks(.fundsTotal, funds: funds)
        #expect(found.map(\.passed) == [true])
        #expect(found.map(\.expected) == [100])
        #expect(found.map(\.found) == [100])
    }

    @Test func aPartTooSmallFails() {
        let found = checks(.fundsTotal, funds: [fund(.total, 100), fund(.fiscalAppropriation, 80), fund(.other, 10)])
        #expect(found.map(\.passed) == [false])
        #expect(found.map(\.found) == [90])
        #expect(found.first?.message.contains("100") == true)
        #expect(found.first?.message.contains("90") == true)
    }

    @Test func thePartsOfTheAppropriationAreNotAddedTwice() {
        let funds = [
            fund(.total, 100), fund(.fiscalAppropriation, 100), fund(.superiorSubsidy, 60), fund(.localArrangement, 40),
            fund(.other, 0),
        ]
        #expect(checks(.fundsTotal, funds: funds).map(\.passed) == [true])
    }

    @Test func withoutTheAppropriationItsPartsAreTheParts() {
        let funds = [fund(.total, 100), fund(.superiorSubsidy, 60), fund(.localArrangement, 40)]
        #expect(checks(.fundsTotal, funds: funds).map(\.passed) == [true])
    }

    @Test func eachColumnIsAddedUp() {
        var total = fund(.total)
        var part = fund(.fiscalAppropriation)
        (total.initialBudget, part.initialBudget) = (100, 100)
        (total.adjustedBudget, part.adjustedBudget) = (120, 110)
        (total.executed, part.executed) = (90, 90)
        #expect(checks(.fundsTotal, funds: [total, part]).map(\.passed) == [true, false, true])
    }

    @Test func aTotalAloneIsNotChecked() {
        #expect(checks(.fundsTotal, funds: [fund(.total, 100)]).isEmpty)
        #expect(checks(.fundsTotal, funds: [fund(.other, 100)]).isEmpty)
        #expect(checks(.fundsTotal, funds: [fund(.total, 100), fund(.other)]).isEmpty)
    }

    // MARK: weights_total, scores_total

    @Test func weightsAndTheExecutionWeightAreThePrintedTotal() {
        var execution = fund(.total)
        execution.weight = 10
        let rows = [indicator("甲", weight: 50), indicator("乙", weight: 40)]
        #expect(checks(.weightsTotal, funds: [execution], indicators: rows, totalWeight: 100).map(\.passed) == [true])
        let found = checks(.weightsTotal, indicators: rows, totalWeight: 100)
        #expect(found.map(\.passed) == [false])
        #expect(found.map(\.found) == [90])
        #expect(checks(.weightsTotal, indicators: rows).isEmpty)
    }

    @Test func scoresAndTheExecutionScoreAreThePrintedTotal() {
        var execution = fund(.total)
        execution.score = "9.14"
        let rows = [indicator("甲", score: 50), indicator("乙", score: "39.5")]
        let found = checks(.scoresTotal, funds: [execution], indicators: rows, totalScore: "98.64")
        #expect(found.map(\.passed) == [true])
        #expect(checks(.scoresTotal, funds: [execution], indicators: rows, totalScore: 98).map(\.passed) == [false])
        #expect(checks(.scoresTotal, indicators: [indicator("甲")], totalScore: 98).isEmpty)
    }

    // MARK: score_within_weight

    @Test(arguments: [("10", true), ("0", true), ("9.99", true), ("10.01", false), ("-1", false)])
    func aScoreLiesBetweenZeroAndItsWeight(score: String, passes: Bool) {
        let rows = [indicator("参保人数", weight: 10, score: DecimalNumber.parse(score))]
        let found = checks(.scoreWithinWeight, indicators: rows)
        #expect(found.map(\.passed) == [passes])
        #expect(found.first?.message.contains("参保人数") == true)
    }

    @Test func aScoreWithoutWeightIsNotChecked() {
        #expect(checks(.scoreWithinWeight, indicators: [indicator("甲", score: 5), indicator("乙", weight: 5)]).isEmpty)
    }

    // MARK: execution_rate, execution_score

    private func execution(
        initial: DecimalNumber? = nil, adjusted: DecimalNumber? = nil, executed: DecimalNumber? = nil,
        rate: DecimalNumber? = nil, weight: DecimalNumber? = nil, score: DecimalNumber? = nil
    ) -> [FundLine] {
        var line = fund(.total)
        line.initialBudget = initial
        line.adjustedBudget = adjusted
        line.executed = executed
        line.executionRate = rate
        line.weight = weight
        line.score = score
        return [line]
    }

    @Test func theRateIsOfTheAdjustedBudgetNeverTheInitialOne() {
        let right = execution(initial: 200, adjusted: 120, executed: 90, rate: 75)
        #expect(checks(.executionRate, funds: right).map(\.passed) == [true])
        let wrong = checks(.executionRate, funds: execution(initial: 200, adjusted: 120, executed: 90, rate: 45))
        #expect(wrong.map(\.passed) == [false])
        #expect(wrong.map(\.expected) == [75])
        #expect(checks(.executionRate, funds: execution(initial: 200, executed: 90, rate: 45)).isEmpty)
        #expect(checks(.executionRate, funds: execution(adjusted: 0, executed: 0, rate: 0)).isEmpty)
    }

    @Test func aRateRoundedToTheNextWholePercentHundredthPasses() {
        // 2 / 3 is printed as 66.67.
        let line = execution(adjusted: 3, executed: 2, rate: "66.67")
        #expect(checks(.executionRate, funds: line).map(\.passed) == [true])
    }

    @Test(arguments: [
        ("80", "8", true), ("80", "10", false), ("120", "10", true), ("120", "12", false), ("0", "0", true),
    ])
    func theScoreIsTheCappedRateTimesTheWeight(executed: String, score: String, passes: Bool) {
        let line = execution(
            adjusted: 100, executed: DecimalNumber.parse(executed), weight: 10, score: DecimalNumber.parse(score))
        #expect(checks(.executionScore, funds: line).map(\.passed) == [passes])
    }

    @Test func anExecutionWithoutWeightHasNoScoreToCheck() {
        #expect(checks(.executionScore, funds: execution(adjusted: 100, executed: 80, score: 8)).isEmpty)
    }

    // MARK: level1_weight

    @Test func theWeightsOfAGroupAreItsBracketedFigure() {
        let rows = [
            indicator("甲", groupWeight: 50, weight: 20), indicator("乙", groupWeight: 50, weight: 30),
            indicator("丙", level1: "效益指标", groupWeight: 30, weight: 20),
        ]
        let found = checks(.level1Weight, indicators: rows)
        #expect(found.map(\.passed) == [true, false])
        #expect(found.map(\.expected) == [50, 30])
        #expect(found.map(\.found) == [50, 20])
        #expect(found.last?.message.contains("效益指标") == true)
        #expect(checks(.level1Weight, indicators: [indicator("甲", weight: 20)]).isEmpty)
        #expect(checks(.level1Weight, indicators: [indicator("甲", groupWeight: 50)]).isEmpty)
    }

    // MARK: Through a form

    @Test func theOtherPartsOfAnAppropriationAreNotAddedTwice() throws {
        let form = try #require(
            Drawn.form([
                ["资金来源", "资金总额", "100", "<"], ["^", "财政拨款", "100", "<"], ["^", "其中：中央资金", "60", "<"],
                ["^", "省级资金", "40", "<"], ["一级指标", "二级指标", "三级指标", "指标值"],
                ["产出指标", "数量指标", "参保人数", "12人"],
            ]))
        #expect(form.funds.count == 4)
        #expect(form.checks.filter { $0.code == .fundsTotal }.map(\.passed) == [true])
    }

    @Test func aFormWithoutFiguresHasNoChecks() throws {
        let form = try #require(
            Drawn.form([["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "参保人数", "12人"]]))
        #expect(form.checks.isEmpty)
    }
}
