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

        @Test func aCopyNamesTheFirstFileOfItsContent() throws {
            for name in ["c.pdf", "b 2.pdf", "d.pdf"] { try folder.addGoodForm(as: name) }
            try folder.write(GoodForm.data() + Data("\n% other\n".utf8), as: "a.pdf")
            let run = try BulkResult([folder.path], to: folder.path("out"))
            func originals(_ files: [OutputFolder.Stream: Data], _ stream: OutputFolder.Stream) throws -> [String?] {
                try BulkResult.lines(files[stream]).map { line in
                    let source = line["source"] as? [String: Any] ?? [:]
                    #expect(source.keys.contains("duplicate_of"))
                    return source["duplicate_of"] as? String
                }
            }
            let first = folder.path("b 2.pdf")
            #expect(try originals(run.files, .forms) == [nil, nil, first, first])
            let rows = try originals(run.files, .indicators)
            #expect(rows.count == 4 * GoodForm.indicators && rows.count { $0 == first } == 2 * GoodForm.indicators)
            // The first one goes: another is the first then, though nothing is converted anew.
            try FileManager.default.removeItem(atPath: first)
            let later = try BulkResult([folder.path], to: folder.path("out"))
            #expect(later.summary.looked == 0)
            #expect(try originals(later.files, .forms) == [nil, nil, folder.path("c.pdf")])
            let shares = try (1...2).map { number -> String in
                let out = folder.path("share\(number)")
                _ = try BulkResult([folder.path], to: out) { $0.shard = Shard("\(number)/2") }
                return out
            }
            _ = try ShardMerger(output: folder.path("joined")).merge(shares)
            #expect(try BulkResult.files(of: folder.path("joined")) == later.files)
        }
    }
}
