import Foundation
import Pipeline
import Testing

@testable import Export

@Suite struct SQLiteResultExporterTests {
    let folder: TemporaryFolder
    private var path: String { folder.path("r.sqlite") }

    init() throws { folder = try TemporaryFolder() }

    private func value(_ query: String) throws -> String? { try ForeignSQLite.rows(path, query).first?.first ?? nil }

    @Test func figuresStandExactlyBesideTheirNearestBinaryNumber() throws {
        try SampleResults.export(to: path)
        #expect(
            try ForeignSQLite.rows(path, "SELECT target_value, target_value_exact, department_code FROM indicator")
                .first == ["1.2345678901234568e+16", "12345678901234567.89", "007"])
        #expect(try value("SELECT typeof(score) FROM indicator") == "real")
        #expect(try value("SELECT sum(score < weight) FROM indicator") == "2")
        #expect(try value("SELECT typeof(fiscal_year) || typeof(extra) FROM indicator") == "integertext")
    }

    @Test func rowsKnowWhatTheyBelongTo() throws {
        try SampleResults.export(to: path)
        #expect(try ForeignSQLite.rows(path, "PRAGMA foreign_key_check").isEmpty)
        let counts = try ResultTable.all.map { try value("SELECT count(*) FROM \"\($0.name)\"") }
        #expect(counts == ["2", "1", "2", "1", "1", "2", "2", "2"])
    }

    @Test func aSecondExportChangesNothing() throws {
        try SampleResults.export(to: path)
        for table in ResultTable.all {
            for event in ["INSERT", "UPDATE", "DELETE"] {
                _ = try ForeignSQLite.rows(
                    path,
                    "CREATE TRIGGER \(event)_\(table.name) AFTER \(event) ON \"\(table.name)\" "
                        + "BEGIN SELECT RAISE(ABORT, 'changed'); END")
            }
        }
        let summary = try SampleResults.export(to: path)
        #expect(summary.counts.map(\.changed) == ResultTable.all.map { _ in 0 })
        #expect(summary.counts.map(\.removed) == ResultTable.all.map { _ in 0 })
    }

    @Test func onlyWhatChangedIsWritten() throws {
        try SampleResults.export(to: path)
        let other = SampleResults.indicator(9, confidence: "1", file: "other.pdf")
        let form = SampleResults.form.replacing("a/甲.pdf", with: "other.pdf")
        try SampleResults.export(to: path, [(.forms, form), (.indicators, other)])
        var lines = SampleResults.lines
        lines.remove(at: 2)
        lines[1].1 = lines[1].1.replacing("\"score\":9.5", with: "\"score\":9")
        let summary = try SampleResults.export(to: path, lines)
        let indicators = try #require(summary.counts.first { $0.table == .indicator })
        #expect(indicators.changed == 1 && indicators.removed == 1)
        #expect(
            try ForeignSQLite.rows(path, "SELECT file, score_exact FROM indicator ORDER BY file")
                == [["a/甲.pdf", "9"], ["other.pdf", "9.5"]])
    }

    @Test func theViewsAnswer() throws {
        try SampleResults.export(to: path)
        #expect(
            try ForeignSQLite.rows(
                path, "SELECT implementing_unit, fiscal_year, forms, execution_rate FROM execution_rate")
                == [["某中心", "2024", "1", "25.25"]])
        #expect(try value("SELECT group_concat(variance_reason) FROM missed_indicator") == "@原因,@原因")
        #expect(try value("SELECT count(*) FROM repeated_indicator") == "0")
        #expect(try value("SELECT count(*) FROM target_and_actual") == "0")
        #expect(try value("SELECT code FROM failed_check") == "weights_total")
    }

    @Test func whatIsNoDatabaseIsLeftAlone() throws {
        try folder.write(Data("no database, but a text of some length".utf8), as: "r.sqlite")
        #expect(throws: OutputError.self) { try SampleResults.export(to: path) }
        #expect(try folder.text("r.sqlite") == "no database, but a text of some length")
    }

    @Test func tablesOfAnotherProgramAreLeftAlone() throws {
        _ = try ForeignSQLite.rows(path, "CREATE TABLE form (name TEXT)")
        #expect(throws: OutputError.self) { try SampleResults.export(to: path) }
        #expect(try value("SELECT count(*) FROM sqlite_master") == "1")
    }
}
