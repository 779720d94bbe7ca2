import Export
import Testing

@Suite struct TableExporterTests {
    @Test(
        arguments: [
            ("a.xlsx", .xlsx), ("b/a.XLSX", .xlsx), ("a.csv", .csv), ("dir/", .csv), ("a.htm", .html),
            ("a.md", .markdown),
            ("a.jsonl", .jsonl), ("a.txt", nil), ("a", nil), ("a.csv/b", nil), ("/dev/stdout", nil),
        ] as [(String, TableFormat?)])
    func theEndingNamesTheFormat(path: String, format: TableFormat?) { #expect(TableFormat(path: path) == format) }
}
