import Testing

@testable import Export

@Suite struct SQLDialectTests {
    @Test func everyKindOfColumnHasAType() {
        func types(_ dialect: SQLDialect) -> [String: String] {
            let columns = ResultTable.all.flatMap(\.columns)
            return Dictionary(
                columns.map { column in
                    (column.kind.rawValue, dialect.columns(of: column).map(\.type).joined(separator: "+"))
                }, uniquingKeysWith: { first, _ in first })
        }
        #expect(
            types(.sqlite) == [
                "text": "TEXT", "prose": "TEXT", "json": "TEXT", "date": "TEXT", "integer": "INTEGER",
                "boolean": "INTEGER", "measure": "REAL", "decimal": "REAL+TEXT",
            ])
        #expect(
            types(.postgres) == [
                "text": "TEXT", "prose": "TEXT", "json": "TEXT", "date": "DATE", "integer": "INTEGER",
                "boolean": "BOOLEAN", "measure": "NUMERIC", "decimal": "NUMERIC",
            ])
    }
}
