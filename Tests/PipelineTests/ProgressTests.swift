import Foundation
import Pipeline
import Testing

@testable import Bulk

@Suite struct ProgressTests {
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
}
