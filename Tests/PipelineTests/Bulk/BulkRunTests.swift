import Bulk
import Foundation
import Pipeline
import Testing

extension Bulk {
    /// The same bytes however a run is done, and no work done twice.
    @Suite struct BulkRunTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func workersGiveWhatOneProcessGives() throws {
            let paths = [Corpus.path("targets-2025.chromium.pdf"), Corpus.path("bad-truncated.pdf"), GoodForm.path]
            let one = try BulkResult(paths, to: folder.path("one")) { $0.isolation = .inProcess }
            #expect(one.summary.counts.indicators > 50)
            for jobs in [1, 3] {
                let workers = try BulkResult(paths, to: folder.path("workers-\(jobs)")) { $0.jobs = jobs }
                #expect(workers.files == one.files)
            }
        }

        @Test func theResultsAreThoseOfTheConverterAlone() throws {
            let input = try folder.addDocuments(4)
            let run = try Run([input], in: folder)
            #expect(try BulkResult([input], to: folder.path("out")).files == run.files)
        }

        @Test func aSecondRunDoesOnlyWhatIsNew() throws {
            let input = try folder.addDocuments(4)
            let first = try BulkResult([input], to: folder.path("out"))
            #expect(first.summary.looked == 4)
            let second = try BulkResult([input], to: folder.path("out"))
            #expect(second.summary.looked == 0)
            #expect(second.files == first.files)

            try folder.write(GoodForm.data() + Data("\n% changed\n".utf8), as: "in/0/2.pdf")
            try folder.addGoodForm(as: "in/1/new.pdf")
            let third = try BulkResult([input], to: folder.path("out"))
            #expect(third.summary.looked == 2)
            #expect(third.summary.counts.inputs == 5)
            #expect(try third.files == BulkResult([input], to: folder.path("fresh")).files)
        }

        @Test func aFileThatIsGoneIsGoneFromTheResults() throws {
            let input = try folder.addDocuments(3)
            _ = try BulkResult([input], to: folder.path("out"))
            try FileManager.default.removeItem(atPath: folder.path("in/1/1.pdf"))
            let run = try BulkResult([input], to: folder.path("out"))
            #expect(run.summary.counts.inputs == 2)
            #expect(run.summary.looked == 0)
            #expect(try run.files == BulkResult([input], to: folder.path("fresh")).files)
        }

        @Test func freshForgetsEarlierWork() throws {
            let input = try folder.addDocuments(2)
            let first = try BulkResult([input], to: folder.path("out"))
            let again = try BulkResult([input], to: folder.path("out")) { $0.isFresh = true }
            #expect(again.summary.looked == 2)
            #expect(again.files == first.files)
        }

        @Test func otherSettingsAreOtherWork() throws {
            let input = try folder.addDocuments(2)
            _ = try BulkResult([input], to: folder.path("out"))
            let run = try BulkResult([input], to: folder.path("out")) { $0.conversion.pages = "2-" }
            #expect(run.summary.looked == 2)
            #expect(run.summary.counts.forms == 0)
        }

        @Test func oneContentUnderTwoNamesIsConvertedOnce() throws {
            for name in ["a.pdf", "b.pdf", "c.pdf"] { try folder.addGoodForm(as: name) }
            let run = try BulkResult([folder.path], to: folder.path("out"))
            // Pages are counted where they are read.
            #expect(run.summary.pagesRead == 1)
            #expect(run.summary.counts.inputs == 3)
            let files = try BulkResult.lines(run.files[.forms]).map {
                ($0["source"] as? [String: Any])?["file"] as? String
            }
            #expect(files == ["a.pdf", "b.pdf", "c.pdf"].map { folder.path($0) })
            #expect(try BulkResult.lines(run.files[.indicators]).count == 3 * GoodForm.indicators)
            let texts = try BulkResult.lines(run.files[.forms]).map { $0["form_id"] as? String }
            #expect(Set(texts).count == 1)
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

        @Test func whatFailedIsTakenUpAgainWhenAsked() throws {
            try folder.addGoodForm()
            try folder.write(Data("no PDF".utf8), as: "bad.pdf")
            #expect(try BulkResult([folder.path], to: folder.path("out")).codes() == ["bad.pdf": "not_pdf"])
            #expect(try BulkResult([folder.path], to: folder.path("out")).summary.looked == 0)
            let retry = try BulkResult([folder.path], to: folder.path("out")) { $0.retriesFailed = true }
            #expect(retry.summary.looked == 1)
            #expect(try retry.codes() == ["bad.pdf": "not_pdf"])
        }

        @Test func sharesJoinToWhatOneRunWrites() throws {
            let input = try folder.addDocuments(9)
            try folder.write(Data(), as: "in/0/empty.pdf")
            let whole = try BulkResult([input], to: folder.path("whole"))
            var looked: [Int] = []
            for index in 1...3 {
                let share = try BulkResult([input], to: folder.path("share-\(index)")) {
                    $0.shard = Shard("\(index)/3")
                }
                looked.append(share.summary.looked)
            }
            #expect(looked.reduce(0, +) == 10)
            #expect(looked.filter { $0 > 0 }.count > 1)
            let shares = [2, 1, 3].map { folder.path("share-\($0)") }
            let summary = try ShardMerger(output: folder.path("joined")).merge(shares)
            #expect(try BulkResult.files(of: folder.path("joined")) == whole.files)
            #expect(summary.counts == whole.summary.counts)
        }

        @Test func sharesOfDifferentSettingsAreNotJoined() throws {
            let input = try folder.addDocuments(2)
            _ = try BulkResult([input], to: folder.path("a"))
            _ = try BulkResult([input], to: folder.path("b")) { $0.conversion.pages = "1" }
            #expect {
                try ShardMerger(output: folder.path("c")).merge([folder.path("a"), folder.path("b")])
            } throws: { "\($0)".contains("different settings") }
        }

        @Test func theStatusTellsWhatIsThere() throws {
            let input = try folder.addDocuments(2)
            try folder.write(Data(), as: "in/empty.pdf")
            _ = try BulkResult([input], to: folder.path("out"))
            let status = try RunStatus(folder: folder.path("out"))
            #expect(status.state == "complete")
            #expect(status.counts.statuses == [.done: 2, .failed: 1])
            var failed: [String] = []
            try RunStatus.list(.failed, in: folder.path("out")) { name, code in failed.append("\(name) \(code ?? "")") }
            #expect(failed == [folder.path("in/empty.pdf") + " empty_file"])
            #expect(throws: OutputError.self) { try RunStatus(folder: folder.path("nowhere")) }
        }

        @Test func lostPartsAreMadeAgain() throws {
            let input = try folder.addDocuments(3)
            let first = try BulkResult([input], to: folder.path("out"))
            try FileManager.default.removeItem(atPath: folder.path("out/parts"))
            let again = try BulkResult([input], to: folder.path("out"))
            #expect(again.summary.looked == 3)
            #expect(again.files == first.files)
        }
    }
}
