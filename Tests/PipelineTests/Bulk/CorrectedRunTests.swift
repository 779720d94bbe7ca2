import Bulk
import Foundation
import Testing

extension Bulk {
    /// Runs with `--corrections`.
    @Suite struct CorrectedRunTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        /// The line of a correction of the first record of the results.
        private func correction(_ result: BulkResult, action: String, old: String? = nil) throws -> String {
            let record = try #require(try BulkResult.lines(result.files[.indicators]).first)
            let source = try #require(record["source"] as? [String: Any])
            let line: [String: Any] = [
                "sha256": try #require(source["sha256"]), "form_id": try #require(record["form_id"]),
                "record_id": try #require(record["record_id"]), "field": action == "delete" ? "" : "level3",
                "action": action, "old": try old ?? #require(record["level3"] as? String), "new": "改过的名称",
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self)
        }

        @Test(arguments: [true, false])
        func aCorrectionStandsInTheRecord(inWorkers: Bool) throws {
            let input = try folder.addDocuments(2)
            let line = try correction(try BulkResult([input], to: out), action: "correct")
            let result = try BulkResult([input], to: out) { settings in
                settings.conversion.corrections = line
                if !inWorkers { settings.isolation = .inProcess }
            }
            let records = try BulkResult.lines(result.files[.indicators])
            let corrected = records.filter { $0["level3"] as? String == "改过的名称" }
            #expect(corrected.count == 1 && result.summary.failureLines == 0)
            #expect((corrected.first?["repairs"] as? [String])?.contains("reviewed") == true)
        }

        @Test func aDeletedRowIsGoneAndTheOthersKeepTheirNames() throws {
            let input = try folder.addDocuments(1)
            let before = try BulkResult([input], to: out)
            let line = try correction(before, action: "delete")
            let after = try BulkResult([input], to: out) { $0.conversion.corrections = line }
            func names(_ result: BulkResult) throws -> [String] {
                try BulkResult.lines(result.files[.indicators]).compactMap { $0["record_id"] as? String }
            }
            #expect(try names(after) == Array(try names(before).dropFirst()))
        }

        @Test func aStaleCorrectionIsALineOfTheFailures() throws {
            let input = try folder.addDocuments(1)
            let line = try correction(try BulkResult([input], to: out), action: "correct", old: "另一个名称")
            let result = try BulkResult([input], to: out) { $0.conversion.corrections = line }
            #expect(try result.failures().compactMap { $0["code"] as? String } == ["correction_stale"])
            #expect(try BulkResult.lines(result.files[.indicators]).count == GoodForm.indicators)
        }

        /// The document has changed since: it has another hash.
        @Test func correctionsOfADocumentThatIsNotThereAreCounted() throws {
            let input = try folder.addDocuments(1)
            let line = try correction(try BulkResult([input], to: out), action: "correct")
            try folder.write(GoodForm.data() + Data("% changed".utf8), as: "in/0/0.pdf")
            let result = try BulkResult([input], to: out) { $0.conversion.corrections = line }
            #expect(result.summary.documentsOnlyCorrected == 1)
        }
    }
}
