import Bulk
import Foundation
import Normalize
import Testing

extension Documents {
    @Suite struct OutputTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func theSameInputsGiveTheSameBytesInWhateverOrder() throws {
            let paths = ["targets-2025-form2.weasyprint.pdf", "approval-2025.chromium.pdf", "bad-blank-pages.pdf"]
                .map { Corpus.path($0) }
            let first = try Run(paths, in: folder)
            #expect(first.summary.counts.indicators > 50)
            #expect(try Run(paths, in: folder).files == first.files)
            #expect(try Run(paths.reversed(), in: folder).files == first.files)
            // A file named twice is read once.
            #expect(try Run(paths + paths, in: folder).files == first.files)
        }

        @Test func linesStandInTheOrderOfPaths() throws {
            try folder.addGoodForm(as: "b.pdf")
            try folder.addGoodForm(as: "a.pdf")
            let run = try Run([folder.path("b.pdf"), folder.path("a.pdf")], in: folder)
            let files = try run.lines(.forms).map { ($0["source"] as? [String: Any])?["file"] as? String }
            #expect(files == [folder.path("a.pdf"), folder.path("b.pdf")])
        }

        @Test func aRunWithoutFaultsHasAnEmptyListOfFailures() throws {
            let run = try Run([GoodForm.path], in: folder)
            #expect(run.files[.failures] == Data())
            #expect(try run.lines(.indicators).count == GoodForm.indicators)
        }

    }
}
