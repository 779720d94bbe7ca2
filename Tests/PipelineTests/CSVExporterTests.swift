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
