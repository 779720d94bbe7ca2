import Foundation
import Testing

extension Bulk {
    /// What a run says at its end.
    @Suite struct SummaryPrinterTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func whatWentWrongAndWhatWasDoneIsSaid() throws {
            try folder.write(Data("no PDF".utf8), as: "bad.pdf")
            try folder.write(Data("x".utf8), as: "notes.txt")
            try folder.addGoodForm()
            let run = try Program.run(["convert", folder.path, "--out", folder.path("out")])
            #expect(run.status == 3)
            for line in [
                "files     2", "records   \(GoodForm.indicators)", "failures  1", "status    done 1, failed 1",
                "codes     not_pdf 1", "aside     1 left alone", "this run  2 files, 1 pages",
                "results   \(folder.path("out"))",
                "[not_pdf]",
            ] { #expect(run.text.contains(line), "\(line)") }
        }

        @Test func programsGetOneEvent() throws {
            let run = try Program.run(["convert", GoodForm.path, "--out", out, "--log-format", "json"])
            let last = try #require(run.text.split(separator: "\n").last)
            let event = try #require(try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
            #expect(event["event"] as? String == "summary")
            #expect(event["records"] as? Int == GoodForm.indicators)
            #expect(event["complete"] as? Bool == true)
        }
    }
}
