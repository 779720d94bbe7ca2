import Foundation
import Pipeline
import TableRecon
import Testing

@testable import Export

/// The formats behind one door.
@Suite struct TableExporterTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ format: TableFormat, to path: String, guardsFormulas: Bool = true) throws {
        var exporter = try format.exporter(path: path, guardsFormulas: guardsFormulas)
        try exporter.add(ExportedTable(file: "a.pdf", ordinal: 2, table: table(["ab"], ["a": "=1+1"], page: 3)))
        try exporter.finish()
    }

    @Test(arguments: TableFormat.allCases)
    func everyFormatWritesAFile(format: TableFormat) throws {
        try write(format, to: folder.path("out"))
        #expect(folder.names == ["out"])
        #expect(try Data(contentsOf: URL(filePath: folder.path("out"))).count > 5)
    }

    @Test func aFolderGetsAFileForEachTable() throws {
        try write(.csv, to: folder.path + "/")
        #expect(folder.names == ["a-p3-t2.csv"])
    }

    @Test func formulasAreGuardedUnlessTheUserSaysOtherwise() throws {
        try write(.csv, to: folder.path("guarded"))
        try write(.csv, to: folder.path("raw"), guardsFormulas: false)
        #expect(try !folder.text("guarded").contains("\n=1+1") && !folder.text("guarded").hasPrefix("=1+1"))
        #expect(try folder.text("raw").contains("=1+1,b"))
        #expect(try folder.text("raw") != folder.text("guarded"))
    }

    @Test func anInputIsNotWrittenOver() throws {
        let input = try folder.write(Data("x".utf8), as: "a.pdf")
        #expect(throws: OutputError.self) { _ = try TableFormat.jsonl.exporter(path: input, inputs: [.path(input)]) }
        #expect(try folder.text("a.pdf") == "x")
    }

    @Test(
        arguments: [
            ("a.xlsx", .xlsx), ("b/a.XLSX", .xlsx), ("a.csv", .csv), ("dir/", .csv), ("a.htm", .html),
            ("a.md", .markdown),
            ("a.jsonl", .jsonl), ("a.txt", nil), ("a", nil), ("a.csv/b", nil), ("/dev/stdout", nil),
        ] as [(String, TableFormat?)])
    func theEndingNamesTheFormat(path: String, format: TableFormat?) { #expect(TableFormat(path: path) == format) }
}
