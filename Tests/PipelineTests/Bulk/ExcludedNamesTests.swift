import Foundation
import Pipeline
import Testing

@testable import Bulk

extension Bulk {
    @Suite struct ExcludedNamesTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private func converted(excluding patterns: String...) throws -> [String] {
            let input = try folder.addDocuments(4)
            let options = patterns.flatMap { ["--exclude", $0] }
            let run = try Program.run(["convert", input, "--out", out, "--fresh", "--quiet"] + options)
            #expect(run.status == 0)
            return try BulkResult.lines(BulkResult.files(of: out)[.forms]).compactMap {
                (($0["source"] as? [String: Any])?["file"] as? String)?.replacingOccurrences(of: input + "/", with: "")
            }
        }

        @Test func aNameIsPassedByAtAnyDepth() throws {
            #expect(try converted(excluding: "[12].pdf") == ["0/0.pdf", "1/3.pdf"])
        }

        @Test func aFolderIsPassedByWithAllBelow() throws {
            #expect(try converted(excluding: "1") == ["0/0.pdf", "0/2.pdf"])
        }

        @Test func aPathIsPassedByBelowTheFolder() throws {
            #expect(try converted(excluding: "0/*", "*/3.pdf") == ["1/1.pdf"])
        }

        @Test func namesNeedNotBeText() {
            let names = ExcludedNames(patterns: [[0xBC, UInt8(ascii: "*")]])
            #expect(names.contains([UInt8(ascii: "/"), 0xBC, 0xA8][...]))
            #expect(!names.contains([UInt8(ascii: "/"), 0xA8][...]))
        }
    }
}
