import Testing

@testable import Export
@testable import Pipeline

@Suite struct CSVWriterTests {
    @Test func aQuotationMarkUnderAnAccentStaysInItsField() {
        #expect(
            CSVWriter().line(["a\"\u{301},b", "c"]).unicodeScalars.elementsEqual(
                "\"a\"\"\u{301},b\",c\r\n".unicodeScalars))
        #expect(
            CSVWriter().line([",\u{301}x", "a\r\n"]).unicodeScalars.elementsEqual(
                "\",\u{301}x\",\"a\r\n\"\r\n".unicodeScalars))
    }

    @Test(arguments: ["=1+1", "=100%", "+cmd", "-1+2", "-A1", "@SUM(A1)", "\tx", "-5.2万元", "+"])
    func aFormulaIsGuarded(text: String) {
        #expect(CSVWriter().field(text) == "'" + text)
        #expect(CSVWriter(guardsFormulas: false).field(text) == text)
    }

    @Test(arguments: ["-5", "+3", "-1234.50", "-3.5%", "-", "--", "≥95%", "a=b", "5", ""])
    func whatASpreadsheetDoesNotRunIsLeft(text: String) { #expect(CSVWriter().field(text) == text) }

    @Test func aLongNameDoesNotKeepTheOtherTablesBack() throws {
        let folder = try TemporaryFolder()
        var exporter = try TableFormat.csv.exporter(path: folder.path + "/out/")
        for file in [String(repeating: "很长", count: 40) + ".pdf", "b.pdf"] {
            try exporter.add(ExportedTable(file: file, ordinal: 1, table: table(["a"], [:])))
        }
        try exporter.finish()
        #expect(try folder.text("out/b-p1-t1.csv") == "a\r\n")
    }
}
