import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// The same bytes however a run is done, and no work done twice.
    @Suite struct BulkRunTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func theResultsAreThoseOfTheConverterAlone() throws {
            let input = try folder.addDocuments(4)
            let run = try Run([input], in: folder)
            #expect(try BulkResult([input], to: folder.path("out")).files == run.files)
        }

        @Test func freshForgetsEarlierWork() throws {
            let input = try folder.addDocuments(2)
            let first = try BulkResult([input], to: folder.path("out"))
            let again = try BulkResult([input], to: folder.path("out")) { $0.isFresh = true }
            #expect(again.summary.looked == 2)
            #expect(again.files == first.files)
        }

    }
}
