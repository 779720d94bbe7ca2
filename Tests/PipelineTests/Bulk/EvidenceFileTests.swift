import Bulk
import Foundation
import Testing

extension Bulk {
    /// The evidence beside the results of a run.
    @Suite struct EvidenceFileTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private func lines() throws -> [[String: Any]] {
            try BulkResult.lines(try Data(contentsOf: URL(filePath: out + "/evidence.jsonl")))
        }

        @Test(arguments: [true, false])
        func everyFieldOfEveryRecordHasALine(inWorkers: Bool) throws {
            let input = try folder.addDocuments(3)
            let result = try BulkResult([input], to: out) { settings in
                settings.conversion.givesEvidence = true
                if !inWorkers { settings.isolation = .inProcess }
            }
            let evidence = try lines()
            let records = Set(evidence.compactMap { $0["record_id"] as? String })
            let indicators = try BulkResult.lines(result.files[.indicators])
            #expect(records == Set(indicators.compactMap { $0["record_id"] as? String }))
            #expect(Set(evidence.compactMap { $0["file"] as? String }).count == 3)
            for record in indicators {
                let own = evidence.filter { $0["record_id"] as? String == record["record_id"] as? String }
                let fields = Set(own.compactMap { $0["field"] as? String })
                for field in ["level1", "level3", "target"] where !(record[field] is NSNull) {
                    #expect(fields.contains(field))
                }
            }
        }

        /// It would speak of other records.
        @Test func theEvidenceOfAnEarlierRunGoes() throws {
            let input = try folder.addDocuments(1)
            _ = try BulkResult([input], to: out) { $0.conversion.givesEvidence = true }
            #expect(FileManager.default.fileExists(atPath: out + "/evidence.jsonl"))
            _ = try BulkResult([input], to: out)
            #expect(!FileManager.default.fileExists(atPath: out + "/evidence.jsonl"))
        }
    }
}
