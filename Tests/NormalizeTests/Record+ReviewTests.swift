import PageModel
import Testing

@testable import Normalize

/// What a person says in the place of what was read.
@Suite struct RecordReviewTests {
    private static let source = RecordSource(page: 1, box: Rect(x0: 0, y0: 0, x1: 1, y1: 1), textSource: .ocr)

    private func form(confidence: Double = 0.7, lowest: Double = 0.7) -> FormRecord {
        var record = IndicatorRecord(
            level1: "产出指标", level3: "人数", extra: ["前年": "1"], source: Self.source, confidence: confidence,
            repairs: [])
        record.weight = DecimalNumber(10)
        record.evidence = [
            "level3": FieldEvidence(), "weight": FieldEvidence(confidence: lowest), "extra.前年": FieldEvidence(),
        ]
        let second = IndicatorRecord(level3: "次数", extra: [:], source: Self.source, confidence: 1, repairs: [])
        var form = FormRecord(
            kind: .projectTarget, title: "表",
            funds: [FundLine(item: .total, label: "总额", amount: DecimalNumber(5))], fields: ["电话": "1"],
            indicators: [record, second], pages: [1], checks: [], source: Self.source)
        form.totalWeight = DecimalNumber(20)
        return form
    }

    @Test(arguments: [
        ("weight", 0, "12.5"), ("level3", 0, "人次"), ("target", 0, "≥5人"), ("extra.前年", 0, "2"),
        ("direction", 0, "positive"),
    ])
    func aFieldOfARowTakesItsValue(field: String, row: Int, value: String) {
        var form = form()
        let isTaken = form.review(field, row: row, as: .corrected(value), dictionary: .builtIn)
        #expect(isTaken)
        #expect(form.text(of: field, row: row) == value)
        #expect(form.indicators[row].repairs.contains(.reviewed))
    }

    @Test(arguments: [
        ("form_title", "新表"), ("fiscal_year", "2025"), ("report_date", "2025-02-11"), ("funds.1.amount", "7"),
        ("funds.1.label", "合计"), ("fields.电话", "2"), ("total_weight", "10"), ("department", "局"),
    ])
    func aFieldOfTheFormTakesItsValue(field: String, value: String) {
        var form = form()
        let isTaken = form.review(field, row: nil, as: .corrected(value), dictionary: .builtIn)
        #expect(isTaken)
        #expect(form.text(of: field, row: nil) == value)
    }

    @Test(arguments: [
        ("weight", "ten"), ("level3", ""), ("nonsense", "1"), ("extra.今年", "1"), ("level1_code", "output"),
    ])
    func whatIsNoValueOfTheFieldChangesNothing(field: String, value: String) {
        var form = form()
        let before = form
        let isTaken = form.review(field, row: 0, as: .corrected(value), dictionary: .builtIn)
        #expect(!isTaken)
        #expect(form == before)
        let isFundTaken = form.review("funds.9.amount", row: nil, as: .corrected("1"), dictionary: .builtIn)
        #expect(!isFundTaken)
    }

    @Test func aCorrectedLevelHasItsCode() {
        var form = form()
        let isTaken = form.review("level1", row: 0, as: .corrected("效益指标"), dictionary: .builtIn)
        #expect(isTaken)
        #expect(form.indicators[0].level1Code == "benefit")
    }

    /// Only the field was doubted: the row is sure once a person has looked.
    @Test func aConfirmedFieldTakesTheDoubtAway() {
        var doubted = form()
        let isTaken = doubted.review("weight", row: 0, as: .confirmed, dictionary: .builtIn)
        #expect(isTaken)
        #expect(doubted.indicators[0].confidence == 1 && doubted.indicators[0].weight == DecimalNumber(10))
        var structure = form(confidence: 0.6)
        let isNoted = structure.review("weight", row: 0, as: .confirmed, dictionary: .builtIn)
        #expect(isNoted)
        #expect(structure.indicators[0].confidence == 0.6)
    }

    @Test func theSumsAreMadeAgain() {
        var form = form()
        form.auditAgain()
        #expect(form.checks.first { $0.code == .weightsTotal }?.passed == false)
        let isTaken = form.review("total_weight", row: nil, as: .corrected("10"), dictionary: .builtIn)
        #expect(isTaken)
        form.auditAgain()
        #expect(form.checks.first { $0.code == .weightsTotal }?.passed == true)
    }

    @Test func rowsKeepTheirNamesWhenOneIsLeftOut() {
        var form = form()
        form.removeIndicator(at: 0)
        #expect(form.indicators.map(\.ordinal) == [2])
    }
}
