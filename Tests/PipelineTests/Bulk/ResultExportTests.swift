import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Results that `convert` exports itself, and what is said of them.
    @Suite struct ResultExportTests: BulkSuite {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func convertExportsToAllPlaces() throws {
            let input = try folder.addDocuments(2)
            let places = ["r.csv", "r.sqlite"].map(folder.path)
            let run = try Program.run(
                ["convert", input, "--out", out, "--lang", "en"] + places.flatMap { ["--to", $0] })
            // A database has no language: nothing is done.
            #expect(run.status == 2)
            #expect(!FileManager.default.fileExists(atPath: out))
            let right = try Program.run(["convert", input, "--out", out] + places.flatMap { ["--to", $0] })
            #expect(right.status == 0)
            #expect(right.text.contains("written     \(places[1])"))
            let rows = try ForeignSQLite.rows(places[1], "SELECT count(*) FROM indicator")
            #expect(rows == [["\(2 * GoodForm.indicators)"]])
            #expect(FileManager.default.fileExists(atPath: places[0]))
        }

        @Test func withoutAFolderThereIsNothingToExport() throws {
            #expect(try Program.run(["convert", GoodForm.path, "--to", folder.path("r.csv")]).status == 2)
        }

        @Test func aPasswordInAURLIsRefusedBeforeAnythingIsDone() throws {
            let run = try Program.run(
                ["convert", GoodForm.path, "--out", out, "--to", "postgresql://me:geheim@localhost/x"])
            #expect(run.status == 2)
            #expect(run.text.contains("PGPASSFILE"))
            #expect(!FileManager.default.fileExists(atPath: out))
        }
    }
}
