import Foundation
import Normalize
import Testing

@testable import Export

@Suite struct PostgresScriptExporterTests {
    @Test func theScriptIsOneTransactionWithExactFigures() throws {
        let folder = try TemporaryFolder()
        try SampleResults.export(to: folder.path("r.sql"))
        let script = try folder.text("r.sql")
        #expect(script.contains("\"target_value\" NUMERIC"))
        #expect(script.contains("\t>=\t12345678901234567.89\t\\N\t"))
        #expect(script.contains("目标\\n二"))
        #expect(script.components(separatedBy: "BEGIN;\n").count == 2)
        #expect(script.hasSuffix("COMMIT;\n"))
        let copies = script.components(separatedBy: "COPY \"stage_").dropFirst()
        #expect(copies.count == ResultTable.all.count)
        #expect(copies.allSatisfy { $0.contains("\n\\.\n") })
    }

    @Test func whatWouldEndAFieldIsEscaped() {
        let row: ResultRow = [.string("a\tb\nc\\d\r\0"), .null, .bool(true), .string("")]
        #expect(PostgresScriptExporter.line(row) == "a\\tb\\nc\\\\d\\r\u{FFFD}\t\\N\ttrue\t\n")
    }
}
