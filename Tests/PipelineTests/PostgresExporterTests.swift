import Foundation
import Normalize
import Testing

@testable import Export

@Suite struct PostgresExporterTests {
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
}
