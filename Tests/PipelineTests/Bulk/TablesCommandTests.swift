import Foundation
import Testing

extension Bulk {
    /// Tables of any PDF.
    @Suite struct TablesCommandTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func tablesAreNumberedOnEachPage() throws {
            let run = try Program.run([
                "tables", GoodForm.path, GoodForm.path, "--format", "csv", "--out", folder.path + "/",
            ])
            #expect(run.status == 0)
            #expect(folder.names.allSatisfy { $0.contains("-p1-t1") })
            #expect(!folder.names.isEmpty)
        }

        @Test func aWorkbookNeedsAFile() throws {
            let run = try Program.run(["tables", GoodForm.path, "--format", "xlsx"])
            #expect(run.status == 2)
            #expect(run.text.contains("--out FILE.xlsx"))
        }

        @Test func theMethodCanBeChosen() throws {
            #expect(
                try Program.run(["tables", GoodForm.path, "--method", "lattice"]).text.contains(
                    "\"method\":\"lattice\""))
            #expect(
                try !Program.run(["tables", GoodForm.path, "--method", "stream"]).text.contains(
                    "\"method\":\"lattice\""))
        }
    }
}
