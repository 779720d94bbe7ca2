import Pipeline
import Testing

@testable import Bulk

/// What a document gave, as a worker tells it.
@Suite struct DocumentOutcomeTests {
    @Test func aResultSurvivesTheWay() {
        var outcome = DocumentOutcome()
        (outcome.pages, outcome.forms, outcome.indicators) = (70_000, 2, 300)
        #expect(DocumentOutcome(payload: outcome.payload) == outcome)
        outcome.failures = [DocumentFault(stage: .text, code: .damaged, message: "甲")]
        outcome.isLast = true
        #expect(DocumentOutcome(payload: outcome.payload) == outcome)
        #expect(DocumentOutcome(payload: outcome.payload.dropLast()) == nil)
        #expect(DocumentOutcome(payload: []) == nil)
    }
}
