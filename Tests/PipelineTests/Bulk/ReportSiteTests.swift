import Bulk
import Foundation
import Testing

extension Bulk {
    /// The folder that `zhibiao report` writes.
    @Suite struct ReportSiteTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var site: String { folder.path("site") }

        private func report(_ options: [String] = []) throws -> (status: Int32, text: String) {
            try Program.run(["report", out, "--out", site] + options)
        }

        private func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(filePath: "\(site)/\(name)")), as: UTF8.self)
        }

        @Test func theSiteHoldsAllRecordsAndThePagesThatAreAskedFor() throws {
            let input = try folder.addDocuments(2)
            try folder.write(Data("no PDF".utf8), as: "in/bad.pdf")
            _ = try BulkResult([input], to: out)
            #expect(try report(["--pages", "all", "--sample", "100%"]).status == 0)
            let index = try text("index.html")
            #expect(index.contains("\"documents\":2") && index.contains("\"rows\":\(2 * GoodForm.indicators)"))
            #expect(index.contains("not_pdf") && index.contains("'strict-dynamic'"))
            #expect(try text("data/records-0001.js").split(separator: "\n").count == 2 * GoodForm.indicators + 2)
            // Documents with other bytes behind the end are two documents.
            #expect(try FileManager.default.contentsOfDirectory(atPath: site + "/pages").count == 2)
            #expect(try text("data/queue-0001.js").contains("\"sample\""))
        }

        /// Drawn by the names of the records: the same rows each time.
        @Test func theSampleIsTheSameEachTime() throws {
            _ = try BulkResult([try folder.addDocuments(2)], to: out)
            _ = try report(["--pages", "none", "--sample", "80%"])
            let first = try text("data/queue-0001.js")
            _ = try report(["--pages", "none", "--sample", "80%"])
            #expect(try text("data/queue-0001.js") == first)
        }

        @Test func aDocumentThatIsGoneHasNoPageAndSaysSo() throws {
            let input = try folder.addDocuments(1)
            _ = try BulkResult([input], to: out)
            try FileManager.default.removeItem(atPath: input + "/0/0.pdf")
            let (status, text) = try report(["--pages", "all"])
            #expect(status == 3 && text.contains("0.pdf"))
            #expect(try self.text("index.html").contains("\"pages\":[]"))
        }
    }
}
