import Foundation
import Pipeline
import Testing

@testable import Bulk

@Suite struct RunLogTests {
    /// The pages of a long scan count as they are read, not only when the document is done.
    @Test func pagesOfOpenDocumentsCount() {
        var progress = RunProgress(total: 3)
        progress.done = 1
        progress.pages = 4
        progress.openPages = 7
        let parts = ProgressText(progress).sentence.split(separator: ", ")
        #expect(parts.prefix(2) == ["1 / 3", "11 pages"])
        #expect(progress.pagesPerSecond > 0)
    }

    @Test func theBarKeepsWithinTheTerminal() {
        var texts: [String] = []
        let log = RunLog(
            format: .text, volume: .init(), isTerminal: true, columns: { 20 }, write: { texts.append($0) })
        log.progress(RunProgress(total: 100_000))
        let bar = texts.first?.replacing("\r\u{1B}[K", with: "") ?? ""
        #expect(!bar.isEmpty && bar.count < 20)
    }
}
