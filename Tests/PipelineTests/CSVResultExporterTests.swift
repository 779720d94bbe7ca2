import Foundation
import Testing

@testable import Export

@Suite struct CSVResultExporterTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func aFileHoldsTheIndicatorsWithAMarkInFront() throws {
        try SampleResults.export(to: folder.path("r.csv"))
        let data = try Data(contentsOf: URL(filePath: folder.path("r.csv")))
        #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = try folder.text("r.csv").split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("file,record_id,form_id"))
        #expect(lines[1].contains(",≥12345678901234567.89元,quantity,>=,12345678901234567.89,"))
        #expect(lines[1].contains(",007,"))
    }

    @Test func textsThatASpreadsheetWouldRunAreGuarded() throws {
        try SampleResults.export(to: folder.path("r.csv"))
        let text = try folder.text("r.csv")
        #expect(text.contains(",'=1+1,") && text.contains(",'@原因,"))
        var options = ResultOptions()
        options.guardsFormulas = false
        try SampleResults.export(to: folder.path("raw.csv"), options: options)
        #expect(try folder.text("raw.csv").contains(",=1+1,"))
    }

    @Test func aFolderHoldsEveryTable() throws {
        try SampleResults.export(to: folder.path("tables/"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("tables")).sorted()
        #expect(
            names == [
                "checks.csv", "failures.csv", "forms.csv", "funds.csv", "indicators.csv", "notes.csv", "quantities.csv",
            ])
        #expect(try folder.text("tables/failures.csv").contains(#""It is, ""so"".""#))
        #expect(try folder.text("tables/checks.csv").contains(",weights_total,false,100,99.5,"))
    }

    @Test func headersMayBeChinese() throws {
        var options = ResultOptions()
        options.language = .zh
        try SampleResults.export(to: folder.path("r.csv"), options: options)
        #expect(try folder.text("r.csv").hasPrefix("文件,记录编号,表单编号,"))
    }
}
