import Foundation
import Normalize
import Testing

@testable import Export

@Suite struct XLSXResultExporterTests {
    let folder: TemporaryFolder
    private var path: String { folder.path("r.xlsx") }

    init() throws { folder = try TemporaryFolder() }

    /// A cell of a row, from 1 behind the header.
    private func cell(_ sheet: ForeignSheet, _ row: Int, _ table: ResultTable, _ column: String) throws
        -> ForeignSheet.Cell?
    {
        sheet.rows[row][ForeignSheet.letters(try #require(table.index(of: column)))]
    }

    @Test func theSheetsAreThoseThatPeopleAskFor() throws {
        try SampleResults.export(to: path)
        #expect(try ForeignSheet.names(path) == ["指标", "资金", "表单", "核对", "未转换"])
        let sheet = try ForeignSheet(path, number: 1)
        #expect(sheet.rows.count == 3)
        #expect(sheet.rows[0]["A"]?.text == "文件")
        var options = ResultOptions()
        options.language = .en
        try SampleResults.export(to: path, options: options)
        #expect(try ForeignSheet.names(path) == ["indicators", "funds", "forms", "checks", "failures"])
    }

    @Test func numbersAreNumbersAndLongOnesKeepTheirDigits() throws {
        try SampleResults.export(to: path)
        let sheet = try ForeignSheet(path, number: 1)
        let weight = try cell(sheet, 1, .indicator, "score")
        #expect(weight?.kind == "n" && weight?.text == "9.5")
        let value = try cell(sheet, 1, .indicator, "target_value")
        #expect(value?.kind == "inlineStr" && value?.text == "12345678901234567.89")
        let code = try cell(sheet, 1, .indicator, "department_code")
        #expect(code?.kind == "inlineStr" && code?.text == "007")
        #expect(try cell(sheet, 1, .indicator, "project_name")?.text == "=1+1")
    }

    @Test func datesAreDatesAndChecksTruthValues() throws {
        try SampleResults.export(to: path)
        let date = try cell(try ForeignSheet(path, number: 3), 1, .form, "report_date")
        // Days since the end of 1899, as spreadsheets count them.
        #expect(date?.kind == "n" && date?.text == "45717")
        let passed = try cell(try ForeignSheet(path, number: 4), 1, .check, "passed")
        #expect(passed?.kind == "b" && passed?.text == "0")
        #expect(SheetDay("1899-12-31") == nil)
        #expect(SheetDay("2025-03-01") != nil)
    }

    @Test func whatIsUnsureIsColoured() throws {
        try SampleResults.export(to: path)
        let sheet = try ForeignSheet(path, number: 1)
        let sure = try cell(sheet, 1, .indicator, "level3")?.style
        let unsure = try cell(sheet, 2, .indicator, "level3")?.style
        #expect(sure != unsure)
        #expect(try cell(try ForeignSheet(path, number: 4), 1, .check, "code")?.style == unsure)
        let styles = String(decoding: try ForeignSheet.part("xl/styles.xml", of: path), as: UTF8.self)
        #expect(styles.contains("FFFFF2CC"))
    }

    @Test func theHeaderStaysAndFilters() throws {
        try SampleResults.export(to: path)
        let sheet = String(decoding: try ForeignSheet.part("xl/worksheets/sheet1.xml", of: path), as: UTF8.self)
        #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:"))
        #expect(sheet.contains("<col min=\"1\" max=\"1\" width="))
    }

    @Test func aFullSheetIsFollowedByAnother() throws {
        var exporter = try XLSXResultExporter(path: path, inputs: [], language: .zh, rowsPerSheet: 3)
        var rows = ResultRows()
        for number in 1...5 {
            let line = SampleResults.indicator(number, confidence: "1")
            try rows.forEach(of: try JSONReader.value(of: Array(line.utf8)), in: .indicators) {
                try exporter.add($1, to: $0)
            }
        }
        _ = try exporter.finish()
        #expect(try ForeignSheet.names(path) == ["指标", "资金", "表单", "核对", "未转换", "指标 2", "指标 3"])
        #expect(try ForeignSheet(path, number: 1).rows.count == 3)
        let last = try ForeignSheet(path, number: 7)
        #expect(last.rows.count == 2)
        #expect(try cell(last, 1, .indicator, "level3")?.text == "指标5")
    }
}
