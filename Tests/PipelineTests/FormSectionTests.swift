import PageModel
import Testing

@testable import Normalize
@testable import Review

/// A form in the report.
@Suite struct FormSectionTests {
    private static let source = RecordSource(page: 2, box: Rect(x0: 0, y0: 0, x1: 1, y1: 1), textSource: .embedded)

    private func html(confidence: Double = 1, checks: [AuditCheck] = []) -> String {
        var record = IndicatorRecord(
            level1: "产出指标", level3: "<参保>", extra: ["备注": "a&b"], source: Self.source, confidence: confidence,
            repairs: [])
        record.target = ValueGrammar.parse("≥95%")
        let form = FormRecord(
            kind: .projectTarget, title: "表<1>", funds: [FundLine(item: .total, label: "总额", amount: DecimalNumber(5))],
            fields: ["电话": "1"], indicators: [record], pages: [2], checks: checks, source: Self.source)
        return FormSection(form: form, ordinal: 3).html
    }

    @Test func theRecordLinksToItsPlace() {
        let html = html()
        #expect(html.contains("id=\"form-3\""))
        #expect(html.contains("<tr id=\"record-f3-r1\">"))
        #expect(html.contains("<a href=\"#box-f3-r1\">p. 2</a>"))
        #expect(html.contains("<caption>1 records</caption>"))
    }

    @Test func textIsEscaped() {
        let html = html()
        #expect(html.contains("&lt;参保&gt;") && html.contains("表&lt;1&gt;") && html.contains("a&amp;b"))
        #expect(!html.contains("<参保>"))
    }

    @Test func theValueIsShownBelowItsText() {
        #expect(html().contains("≥95%<br><small>quantity &gt;= 95 %</small>"))
    }

    @Test func whatIsNotOnThePageIsNotShown() {
        let html = html()
        #expect(html.contains("<dt>funds: 总额</dt><dd>amount 5</dd>"))
        #expect(html.contains("<dt>fields: 电话</dt>"))
        #expect(!html.contains("<dt>department</dt>"))
    }

    @Test func aDoubtfulRecordStandsOut() {
        #expect(html(confidence: 0.5).contains("class=\"unsure\""))
        #expect(!html(confidence: 0.8).contains("class=\"unsure\""))
    }

    @Test func whatAddsUpIsFoldedAway() throws {
        let zero = DecimalNumber(0)
        let checks = [
            AuditCheck(code: .fundsTotal, passed: true, expected: zero, found: zero, message: "right"),
            AuditCheck(code: .weightsTotal, passed: false, expected: zero, found: zero, message: "wrong"),
        ]
        let html = html(checks: checks)
        let fold = try #require(html.range(of: "<summary>1 of 2 checks passed"))
        #expect(html[..<fold.lowerBound].contains("weights_total: wrong"))
        #expect(html[fold.lowerBound...].contains("funds_total: right"))
    }
}
