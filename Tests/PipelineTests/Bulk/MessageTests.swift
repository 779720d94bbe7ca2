import Foundation
import Pipeline
import Testing

extension Bulk {
    /// What the program says when there is nothing, or something else was meant.
    @Suite struct MessageTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func aMisspeltCommandIsGuessed() throws {
            let run = try Program.run(["convrt", "a.pdf"])
            #expect(run.status == 2)
            #expect(run.text.contains("Did you mean convert?"))
        }

        @Test func pagesThatAreNotThereAreSaid() throws {
            let run = try Program.run(["convert", GoodForm.path, "--pages", "99"])
            #expect(run.text.contains("None of the pages 99") && !run.text.contains("--dictionary"))
        }

        @Test func anEmptyFolderIsSaid() throws {
            try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
            let run = try Program.run(["convert", folder.path("in"), "--out", folder.path("out")])
            #expect(run.status == 0)
            #expect(run.text.contains("No PDF was found"))
        }

        @Test func aListMayBeginWithAMark() throws {
            let path = try folder.addGoodForm(as: "a.pdf")
            try folder.write(Data([0xEF, 0xBB, 0xBF]) + Data(path.utf8), as: "list.txt")
            let run = try BulkResult([], to: folder.path("out"), list: folder.path("list.txt"))
            #expect(run.summary.failureLines == 0 && run.summary.counts.forms == 1)
        }

        @Test(.enabled(if: QPDF.path != nil), arguments: [("/R 6", "/R 9"), ("/V 5", "/V 7")])
        func anEncryptionThatNobodyKnowsIsNamed(known: String, unknown: String) throws {
            let path = folder.path("a.pdf")
            try #require(try QPDF.run(["--encrypt", "", "owner", "256", "--", GoodForm.path, path]))
            var data = try Data(contentsOf: URL(filePath: path))
            let place = try #require(data.range(of: Data(known.utf8)))
            data.replaceSubrange(place, with: Data(unknown.utf8))
            try data.write(to: URL(filePath: path))
            #expect(try BulkResult([path], to: folder.path("out")).codes() == ["a.pdf": "encrypted"])
        }
    }
}
