import Normalize
import Testing

@testable import Review

/// Figures of a run, counted.
@Suite struct ReportFiguresTests {
    private func counts(_ figures: ReportFigures, _ key: String) -> [String: Int] {
        guard case .object(let members)? = figures.json[key] else { return [:] }
        return Dictionary(uniqueKeysWithValues: members.map { ($0.key, Int($0.value.figure ?? 0)) })
    }

    @Test func formsAreCountedByWhatTheyAre() {
        var figures = ReportFigures()
        let form = JSONValue.object([
            "form_kind": .string("other"), "fiscal_year": .int(2025), "implementing_unit": .null,
            "department": .string("局"), "funds": .array([.object(["execution_rate": .int(99)])]),
            "checks": .array([
                .object(["code": .string("funds_total"), "passed": .bool(false)]),
                .object(["code": .string("weights_total"), "passed": .bool(true)]),
            ]),
        ])
        figures.add(form: form, isFirstOfDocument: true)
        figures.add(form: form, isFirstOfDocument: false)
        figures.add(failureCode: "no_form")
        #expect(counts(figures, "statuses") == ["converted": 1, "no_form": 1])
        #expect(counts(figures, "kinds") == ["other": 2] && counts(figures, "units") == ["局": 2])
        #expect(counts(figures, "checks") == ["funds_total": 2])
        #expect(figures.json["rates"]?.elements?[19] == .int(2))
    }

    @Test func whatLiesOutsideCountsAtTheEnds() {
        var histogram = ReportFigures.Histogram(from: 0, to: 1, steps: 4)
        for figure in [-5, 0, 0.25, 1, 7, .infinity] { histogram.add(figure) }
        #expect(histogram.counts == [2, 1, 0, 2])
    }
}
