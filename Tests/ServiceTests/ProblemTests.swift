import Foundation
import Pipeline
import Testing

@testable import Service

@Suite struct ProblemTests {
    /// docs/service.md explains every code, and only those that there are.
    @Test func everyCodeIsExplained() throws {
        let page = try String(contentsOf: RunningService.root.appending(path: "docs/service.md"), encoding: .utf8)
        for code in Problem.Code.allCases {
            #expect(page.contains("| \(code.status.code) | "), "\(code.status.code)")
            #expect(page.contains("`\(code.rawValue)`"), "\(code.rawValue)")
        }
    }

    @Test func aFailureKeepsItsCode() {
        for code in [Failure.Code.encrypted, .timedOut] {
            let problem = Problem(Failure(file: "a", sha256: nil, stage: .open, code: code, message: "Why."))
            #expect(problem.status.code == 422 && problem.code == code.rawValue && problem.detail == "Why.")
            #expect(!problem.leavesBody)
        }
        #expect(Problem(.tooLarge, "").leavesBody)
    }
}
