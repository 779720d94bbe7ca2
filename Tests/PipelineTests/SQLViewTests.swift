import Foundation
import Testing

@testable import Export

@Suite struct SQLViewTests {
    /// docs/queries.sql is for databases that the program does not write to.
    @Test func thePageHasTheViewsOfTheProgram() throws {
        let page = try String(contentsOf: Corpus.root.appending(path: "docs/queries.sql"), encoding: .utf8)
        let views = SQLView.all.map { "\nCREATE VIEW \"\($0.name)\" AS\n\($0.query);\n" }
        #expect(page.drop { $0 != "\n" }.dropFirst() == views.joined()[...])
    }
}
