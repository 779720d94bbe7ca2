import Foundation
import Pipeline
import Testing

@testable import Export

@Suite struct ParquetResultExporterTests {
    private static let program = ParquetResultExporter.program(in: ProcessInfo.processInfo.environment)

    @Test(.enabled(if: program != nil, "DuckDB is not there: run scripts/install-duckdb."))
    func figuresAreExactAndTextsAsTheyAre() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("it's.parquet")
        try SampleResults.export(to: path)
        #expect(folder.names == ["it's.parquet"])
        let query = """
            SELECT target_value, typeof(target_value), department_code, project_name, confidence, fiscal_year, actual_value \
            FROM '\(path.replacing("'", with: "''"))'
            """
        let text = try output(of: try #require(Self.program), ["-csv", "-noheader", "-c", query])
        #expect(
            text.split(whereSeparator: \.isNewline) == [
                "12345678901234567.8900000000,\"DECIMAL(38,10)\",007,=1+1,1.00,2024,NULL",
                "12345678901234567.8900000000,\"DECIMAL(38,10)\",007,=1+1,0.60,2024,NULL",
            ])
    }

    @Test func theCommandIsLookedForWhereItIsPut() {
        #expect(ParquetResultExporter.program(in: ["PATH": "/none", "ZHIBIAO_DUCKDB_HOME": "/none"]) == nil)
        #expect(ParquetResultExporter.program(in: ["ZHIBIAO_DUCKDB": "/bin/sh", "PATH": "/none"]) == "/bin/sh")
        #expect(ParquetResultExporter.program(in: ["ZHIBIAO_DUCKDB": "/none/duckdb"]) == nil)
    }

    @Test func everyFigureHasAType() {
        let statement = ParquetResultExporter.statement(source: "a'b", target: "c")
        #expect(statement.contains("read_csv('a''b', all_varchar = true"))
        #expect(statement.contains("\"score\"::DECIMAL(38, 10) AS \"score\""))
        #expect(!statement.contains("\"department_code\"::"))
    }
}
