import Foundation
import Pipeline
import TableRecon
import Testing

@testable import Export

@Suite struct CSVExporterTests {
    @Test func writesAMergedCellOnceAtItsTopLeft() throws {
        let merged = table(["aab", "cde", "cfg"], [:])
        #expect(try exported([merged], as: .csv) == "a,,b\r\nc,d,e\r\n,f,g\r\n")
    }

    @Test func quotesWhatNeedsIt() throws {
        let plain = table(["abcd"], ["a": "1,5", "b": "say \"no\"", "c": "two\nlines", "d": " plain "])
        #expect(try exported([plain], as: .csv) == "\"1,5\",\"say \"\"no\"\"\",\"two\nlines\", plain \r\n")
    }

    @Test func partsTablesByABlankLineThatNoRowLooksLike() throws {
        let first = table(["a", "b"], ["a": ""])
        #expect(try exported([first, table(["c"], [:])], as: .csv) == "\"\"\r\nb\r\n\r\nc\r\n")
    }

    @Test func makesAFileForEachTableInAFolder() throws {
        let folder = try TemporaryFolder()
        var exporter = try TableFormat.csv.exporter(path: folder.path + "/new/")
        for file in ["x/a.PDF", "y/a.pdf"] {
            try exporter.add(ExportedTable(file: file, ordinal: 2, table: table(["a"], ["a": file], page: 3)))
        }
        try exporter.finish()
        #expect(try folder.text("new/a-p3-t2.csv") == "x/a.PDF\r\n")
        #expect(try folder.text("new/a-p3-t2-2.csv") == "y/a.pdf\r\n")
    }
}

@Suite struct MarkdownExporterTests {
    @Test func escapesPipesAndMarkup() throws {
        let text = try exported(
            [table(["ab", "cd"], ["a": "x|y", "c": "<b>*", "d": "1\n2"], headerRows: 1)], as: .markdown)
        #expect(text.hasSuffix("| x\\|y | b |\n| --- | --- |\n| \\<b>\\* | 1<br>2 |\n"))
    }

    @Test func putsSeveralHeaderRowsTogether() throws {
        let text = try exported([table(["aab", "cdb", "efg"], [:], headerRows: 2)], as: .markdown)
        #expect(text.hasSuffix("| a<br>c | d | b |\n| --- | --- | --- |\n| e | f | g |\n"))
    }

    @Test func keepsTheFirstRowOfATableWithoutHeaderOutOfTheHeader() throws {
        let text = try exported([table(["ab"], [:])], as: .markdown)
        #expect(text.hasSuffix("|  |  |\n| --- | --- |\n| a | b |\n"))
    }
}

@Suite struct HTMLExporterTests {
    @Test func keepsSpansAndHeader() throws {
        let text = try exported([table(["aab", "cdb", "eef"], [:], headerRows: 2)], as: .html)
        #expect(text.contains("<thead>\n<tr><th colspan=\"2\">a</th><th rowspan=\"2\">b</th></tr>\n<tr><th>c</th>"))
        #expect(text.contains("</thead>\n<tbody>\n<tr><td colspan=\"2\">e</td><td>f</td></tr>\n</tbody>"))
    }

    @Test func endsTheHeaderAboveACellThatReachesIntoTheBody() throws {
        let text = try exported([table(["ab", "cd", "ce"], [:], headerRows: 2)], as: .html)
        #expect(
            text.contains("<thead>\n<tr><th>a</th><th>b</th></tr>\n</thead>\n<tbody>\n<tr><td rowspan=\"2\">c</td>"))
    }

    @Test func escapesTextAndNamesTheTable() throws {
        let text = try exported(
            [table(["a"], ["a": "<script>&\n\"x\""], page: 4, confidence: 0.875)], as: .html, file: "R&D.pdf")
        #expect(text.contains("<td>&lt;script&gt;&amp;<br>&quot;x&quot;</td>"))
        #expect(text.contains("<caption>R&amp;D.pdf, page 4, table 1 (lattice, confidence 0.88)</caption>"))
    }
}

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

@Suite struct TextSinkTests {
    @Test func leavesTheOldFileAloneUntilTheNewOneIsComplete() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.html"
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        do {
            let sink = try TextSink(path: path)
            try sink.write("new")
            #expect(try folder.text("out.html") == "old")
        }
        #expect(folder.names == ["out.html"])
        let sink = try TextSink(path: path)
        try sink.write("new")
        try sink.finish()
        #expect(try folder.text("out.html") == "new")
        #expect(folder.names == ["out.html"])
    }
}
