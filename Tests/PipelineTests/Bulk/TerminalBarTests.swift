import Pipeline
import Testing

@testable import Bulk

@Suite struct TerminalBarTests {
    @Test func itKeepsWithinTheTerminalAndIsTakenAway() {
        var text = ""
        let bar = TerminalBar(isShown: true, columns: { 10 }, write: { text += $0 })
        bar.show("0123456789abc")
        #expect(text == "\r\u{1B}[K012345678")
        // Too soon.
        bar.show("another")
        bar.clear()
        bar.clear()
        #expect(text == "\r\u{1B}[K012345678\r\u{1B}[K")
    }

    @Test func withoutATerminalNothingIsWritten() {
        let bar = TerminalBar(isShown: false, write: { _ in Issue.record("It was written to.") })
        bar.show("text")
        bar.clear()
    }

    @Test(arguments: zip([-1, 0, 0.5, 1, 9, .nan], [0, 0, 50, 100, 100, 0])) func shares(share: Double, percent: Int) {
        let text = TerminalBar.text(share: share)
        #expect(text.hasSuffix("] \(percent) %") && text.count <= 32)
    }
}
