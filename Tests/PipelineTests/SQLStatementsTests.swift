import Testing

@testable import Export

@Suite struct SQLStatementsTests {
    @Test func eachDatabaseHasItsOwnTypes() throws {
        let score = try #require(ResultTable.indicator.columns.first { $0.name == "score" })
        #expect(
            SQLDialect.sqlite.columns(of: score) == [
                SQLColumn(name: "score", type: "REAL"), SQLColumn(name: "score_exact", type: "TEXT"),
            ])
        #expect(SQLDialect.postgres.columns(of: score) == [SQLColumn(name: "score", type: "NUMERIC")])
    }

    @Test func aDocumentThatCameTwiceIsOneRow() {
        let statements = SQLStatements(dialect: .postgres)
        #expect(statements.upsert(.document).contains("GROUP BY \"file\""))
        #expect(!statements.upsert(.form).contains("GROUP BY"))
        #expect(!statements.staging(of: .document).contains("PRIMARY KEY"))
        #expect(statements.staging(of: .form).contains("PRIMARY KEY (\"file\", \"form_id\")"))
    }

    @Test func aKeyIsNeverAltered() {
        let change = SQLStatements(dialect: .sqlite).upsert(.fund)
        #expect(change.contains("ON CONFLICT (\"file\", \"form_id\", \"ordinal\") DO UPDATE SET"))
        #expect(!change.contains("\"ordinal\" = excluded"))
    }
}
