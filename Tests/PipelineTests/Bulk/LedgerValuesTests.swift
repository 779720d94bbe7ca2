import Pipeline
import Testing

@testable import Bulk

/// What became of a document, told by what it gave.
@Suite struct LedgerValuesTests {
    private func status(
        pages: Int = 3, forms: Int = 0, _ faults: [(Failure.Stage, Failure.Code)] = []
    ) -> DocumentStatus {
        var outcome = DocumentOutcome()
        outcome.pages = pages
        outcome.forms = forms
        outcome.failures = faults.map { DocumentFault(stage: $0.0, code: $0.1, message: "") }
        return DocumentStatus(outcome)
    }

    @Test func aDocumentWithoutFaultIsDone() { #expect(status(forms: 2) == .done) }

    @Test func aDocumentReadInFullWithoutAFormIsAnAnswer() {
        #expect(status([(.normalize, .noForm)]) == .noForm)
        #expect(status([(.normalize, .noForm), (.text, .damaged)]) == .partial)
    }

    @Test func aLostPageIsPartial() {
        #expect(status(forms: 1, [(.text, .damaged)]) == .partial)
        #expect(status([(.text, .crashed)]) == .partial)
        #expect(status(pages: 0, [(.text, .crashed)]) == .failed)
    }

    @Test func nothingReadIsFailed() {
        #expect(status(pages: 0, [(.open, .encrypted)]) == .failed)
        #expect(status([(.text, .noText)]) == .failed)
    }

    @Test func inputsAreCountedByStatus() {
        var counts = RunCounts()
        counts.statuses = [.done: 2, .failed: 1, .pending: 4]
        #expect(counts.inputs == 7)
        #expect(counts.pending == 4)
    }
}
