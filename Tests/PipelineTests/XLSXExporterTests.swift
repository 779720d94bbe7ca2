import Foundation
import Pipeline
import TableRecon
import Testing

@testable import Export

@Suite struct XLSXExporterTests {
    @Test func mergesSpansAndOnlyThem() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/t.xlsx"
        var exporter = try TableFormat.xlsx.exporter(path: path)
        let merged = table(["aab", "cdb", "cef"], ["c": "<成本>"], headerRows: 1, page: 2)
        try exporter.add(ExportedTable(file: "a.pdf", ordinal: 1, table: merged))
        try exporter.add(ExportedTable(file: "b.pdf", ordinal: 1, table: table(["x"], [:], page: 2)))
        try exporter.finish()
        let sheet = try output(of: "/usr/bin/unzip", ["-p", path, "xl/worksheets/sheet1.xml"])
        let merges = sheet.split(separator: "<mergeCell ref=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(Set(merges) == ["A1:B1", "C1:C2", "A2:A3"])
        let other = try output(of: "/usr/bin/unzip", ["-p", path, "xl/worksheets/sheet2.xml"])
        #expect(!other.contains("mergeCell"))
        let book = try output(of: "/usr/bin/unzip", ["-p", path, "xl/workbook.xml"])
        #expect(book.contains("name=\"p2-t1\"") && book.contains("name=\"f2-p2-t1\""))
        #expect(try output(of: "/usr/bin/unzip", ["-p", path, "xl/sharedStrings.xml"]).contains("&lt;成本&gt;"))
    }

    @Test func asksForAFile() {
        #expect(throws: OutputError.self) { try TableFormat.xlsx.exporter(path: nil) }
    }
}
