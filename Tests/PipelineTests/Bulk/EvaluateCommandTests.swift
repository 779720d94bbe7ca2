import Bulk
import Foundation
import Testing

extension Bulk {
    /// `zhibiao evaluate`.
    @Suite struct EvaluateCommandTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
            try Program.run(["evaluate"] + arguments)
        }

        @Test func theShareOfRightFieldsIsPrinted() throws {
            let input = try folder.addDocuments(1)
            let result = try BulkResult([input], to: out) { $0.conversion.givesEvidence = true }
            let lines = try BulkResult.lines(result.files[.indicators]).prefix(4).enumerated().map { index, record in
                let source = try #require(record["source"] as? [String: Any])
                let line: [String: Any] = [
                    "sha256": try #require(source["sha256"]), "form_id": try #require(record["form_id"]),
                    "record_id": try #require(record["record_id"]), "field": "level3",
                    "action": index == 0 ? "correct" : "confirm", "old": try #require(record["level3"]), "new": "x",
                ]
                return try JSONSerialization.data(withJSONObject: line) + Data("\n".utf8)
            }
            let path = try folder.write(Data(lines.joined()), as: "corrections.jsonl")
            let (status, text) = try run([out, "--corrections", path])
            #expect(status == 0 && text.contains("75.0 %"))
        }

        @Test func aRunWithoutEvidenceIsAnErrorThatSaysWhatToDo() throws {
            _ = try BulkResult([try folder.addDocuments(1)], to: out)
            let path = try folder.write(Data(), as: "corrections.jsonl")
            let (status, text) = try run([out, "--corrections", path])
            #expect(status == 2 && text.contains("--evidence"))
        }
    }
}
