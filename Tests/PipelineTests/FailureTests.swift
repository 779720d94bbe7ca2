import Foundation
import Pipeline
import Testing

/// The table of failure codes and its explanations.
@Suite struct FailureTests {
    @Test(arguments: Failure.Code.allCases)
    func everyCodeIsExplained(code: Failure.Code) throws {
        let docs = try String(contentsOf: Corpus.root.appending(path: "docs/errors.md"), encoding: .utf8)
        #expect(docs.contains("\n## \(code.rawValue)\n"))
        let schema = try String(contentsOf: Corpus.root.appending(path: "schema/failure.schema.json"), encoding: .utf8)
        #expect(schema.contains("\"\(code.rawValue)\""))
    }
}
