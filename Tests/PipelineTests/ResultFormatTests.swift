import Foundation
import Pipeline
import Testing

@testable import Export

@Suite struct ResultFormatTests {
    @Test(
        arguments: [
            ("a.csv", .csv), ("a/b.CSV", .csv), ("dir/", .csvFolder), ("/tmp", .csvFolder), ("a.xlsx", .xlsx),
            ("a.db", .sqlite), ("a.sqlite", .sqlite), ("a.sqlite3", .sqlite), ("a.sql", .postgres),
            ("a.parquet", .parquet), ("a.txt", nil),
            ("a", nil), ("a.csv/b", nil), ("", nil),
        ] as [(String, ResultFormat?)])
    func theEndingNamesTheFormat(path: String, format: ResultFormat?) {
        #expect(ResultFormat(path: path) == format)
    }

    @Test func aDamagedLineEndsTheExportAndLeavesNoFile() throws {
        let folder = try TemporaryFolder()
        #expect(throws: OutputError.self) {
            try SampleResults.export(to: folder.path("r.csv"), [(.indicators, #"{"record_id":"#)])
        }
        #expect(folder.names.isEmpty)
    }

    @Test(arguments: ["r.csv", "r.xlsx", "r.sqlite", "r.sql"])
    func anInputIsNotWrittenOver(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Data("mine".utf8), as: name)
        let format = try #require(ResultFormat(path: name))
        #expect(throws: OutputError.self) {
            try format.exporter(path: folder.path(name), inputs: [.path(folder.path(name))])
        }
        #expect(try folder.text(name) == "mine")
    }
}
