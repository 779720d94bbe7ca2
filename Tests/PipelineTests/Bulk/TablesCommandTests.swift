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

        @Test func anAreaIsTheOnlyTable() throws {
            let all = try Program.run(["tables", GoodForm.path]).text.split(separator: "\n")
            let marked = try Program.run(["tables", GoodForm.path, "--area", "1:0,0,600,300"]).text
                .split(separator: "\n")
            #expect(marked.count == 1)
            #expect(!all.contains(marked[0]))
            #expect(try Program.run(["tables", GoodForm.path, "--area", "9:0,0,600,300"]).text.isEmpty)
        }

        @Test(arguments: [["--area", "1:300,0,0,300"], ["--area", "1,2,3,4"], ["--columns", "10,x"]])
        func whatIsNoAreaAndNoColumnIsRefused(_ options: [String]) throws {
            let run = try Program.run(["tables", GoodForm.path] + options)
            #expect(run.status == 2 && run.text.contains(options[1]), "\(run.text)")
        }

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
