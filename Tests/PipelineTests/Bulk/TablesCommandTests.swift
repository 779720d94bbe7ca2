import Foundation
import Testing

extension Bulk {
    /// What `tables` takes.
    @Suite struct TablesCommandTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test func theEndingOfTheOutputNamesTheFormat() throws {
            let workbook = folder.path("t.xlsx")
            #expect(try Program.run(["tables", GoodForm.path, "--out", workbook]).status == 0)
            #expect(try Data(contentsOf: URL(filePath: workbook)).starts(with: Array("PK".utf8)))
            #expect(try Program.run(["tables", GoodForm.path, "--out", folder.path("t.html")]).status == 0)
            #expect(try folder.text("t.html").hasPrefix("<"))
            #expect(try Program.run(["tables", GoodForm.path, "--out", folder.path("t.txt")]).status == 0)
            #expect(try folder.text("t.txt").hasPrefix("{\"file\""))
        }

        @Test func anEndingThatContradictsIsRefused() throws {
            let run = try Program.run(["tables", GoodForm.path, "--format", "csv", "--out", folder.path("t.xlsx")])
            #expect(run.status == 2 && run.text.contains("another ending"), "\(run.text)")
            #expect(folder.names.isEmpty)
        }
    }
}
