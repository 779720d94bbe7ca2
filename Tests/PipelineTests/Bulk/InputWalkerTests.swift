import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Whatever a search meets is converted or named.
    @Suite struct InputWalkerTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func aPatternThatTheShellLeftIsExpanded() throws {
            try folder.addGoodForm(as: "a1.pdf")
            try folder.addGoodForm(as: "a2.pdf")
            try folder.addGoodForm(as: "b1.pdf")
            #expect(try names(BulkResult([folder.path("a*.pdf")], to: out)) == ["a1.pdf", "a2.pdf"])
        }

        @Test func aNameThatLooksLikeAPatternIsAName() throws {
            try folder.addGoodForm(as: "a[1].pdf")
            try folder.addGoodForm(as: "a1.pdf")
            #expect(try names(BulkResult([folder.path("a[1].pdf")], to: out)) == ["a[1].pdf"])
        }

        @Test func aLoopOfLinksEnds() throws {
            let inside = try folder.addDocuments(2)
            try FileManager.default.createSymbolicLink(atPath: inside + "/0/up", withDestinationPath: inside)
            try FileManager.default.createSymbolicLink(atPath: inside + "/self.pdf", withDestinationPath: "self.pdf")
            let run = try BulkResult([inside], to: out)
            #expect(run.summary.counts.inputs == 2)
            #expect(run.summary.failureLines == 0)
        }

        @Test func aPathThatIsTooLongIsNamed() throws {
            let input = try folder.addDocuments(1)
            let name = String(repeating: "d", count: 200)
            let make =
                "cd '\(input)'; for i in $(seq 22); do mkdir \(name); cd \(name); done; cp '\(GoodForm.path)' a.pdf"
            _ = try Program.run([], shell: make)
            let run = try BulkResult([input], to: out)
            let failures = try run.failures()
            #expect(failures.count == 1)
            #expect((failures.first?["message"] as? String)?.contains("too long") == true)
            _ = try Program.run([], shell: "rm -rf '\(input)'")
        }
    }
}
