/// The statements that keep the results in a database, the same for all databases but for what `SQLDialect` says.
///
/// Rows go to a staging table first. From there those that are new or differ go to the table that is kept, and rows go
/// that a document does not give any more. Documents that are not among the results stay as they are.
struct SQLStatements {
    let dialect: SQLDialect

    /// Makes all tables, indexes and views that are missing.
    var creation: [String] { ResultTable.all.map(creation) + Self.indexes + views }

    func columns(of table: ResultTable) -> [SQLColumn] { table.columns.flatMap(dialect.columns) }

    static func quoted(_ name: String) -> String { "\"\(name)\"" }

    static func stage(_ table: ResultTable) -> String { quoted("stage_\(table.name)") }

    private static func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

    private func list(_ columns: [SQLColumn]) -> String { Self.list(columns.map(\.name)) }

    private func creation(of table: ResultTable) -> String {
        var lines = columns(of: table).map { column in
            "\(Self.quoted(column.name)) \(column.type)\(table.key.contains(column.name) ? " NOT NULL" : "")"
        }
        lines.append("PRIMARY KEY (\(Self.list(table.key)))")
        if let parent = table.parent {
            let key = Self.list(parent.key)
            lines.append("FOREIGN KEY (\(key)) REFERENCES \(Self.quoted(parent.table)) (\(key))")
        }
        return "CREATE TABLE IF NOT EXISTS \(Self.quoted(table.name)) (\n    \(lines.joined(separator: ",\n    "))\n)"
    }

    /// Makes the staging table. That of documents may hold one more than once.
    func staging(of table: ResultTable) -> String {
        var lines = columns(of: table).map { "\(Self.quoted($0.name)) \($0.type)" }
        if table != .document { lines.append("PRIMARY KEY (\(Self.list(table.key)))") }
        return "CREATE TEMPORARY TABLE \(Self.stage(table)) (\(lines.joined(separator: ", ")))"
            + dialect.endOfTemporaryTable
    }

    /// Takes a row into the staging table, a mark for each column.
    func insertion(into table: ResultTable) -> String {
        let columns = columns(of: table)
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(Self.stage(table)) (\(list(columns))) VALUES (\(marks))"
    }

    /// Adds rows that are new and alters those that differ; all others are not touched.
    func upsert(_ table: ResultTable) -> String {
        let name = Self.quoted(table.name)
        let columns = columns(of: table)
        let rest = columns.map(\.name).filter { !table.key.contains($0) }.map(Self.quoted)
        let changes = rest.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        let differences = rest.map { "\(name).\($0) IS DISTINCT FROM excluded.\($0)" }.joined(separator: " OR ")
        return """
            INSERT INTO \(name) (\(list(columns))) \(selection(table)) \
            ON CONFLICT (\(Self.list(table.key))) DO UPDATE SET \(changes) WHERE \(differences)
            """
    }

    /// A document comes with its forms and with its failures; only the former know of duplicates.
    private func selection(_ table: ResultTable) -> String {
        guard table == .document else {
            return "SELECT \(list(columns(of: table))) FROM \(Self.stage(table)) WHERE true"
        }
        let values = table.columns.dropFirst().map { "max(\(Self.quoted($0.name)))" }.joined(separator: ", ")
        return "SELECT \"file\", \(values) FROM \(Self.stage(table)) WHERE true GROUP BY \"file\""
    }

    /// Takes out the rows of the documents that these do not give any more.
    func removal(from table: ResultTable) -> String {
        let name = Self.quoted(table.name)
        let same = table.key.map { "stage.\(Self.quoted($0)) = \(name).\(Self.quoted($0))" }
        return """
            DELETE FROM \(name) WHERE "file" IN (SELECT "file" FROM \(Self.stage(.document))) \
            AND NOT EXISTS (SELECT 1 FROM \(Self.stage(table)) AS stage WHERE \(same.joined(separator: " AND ")))
            """
    }

    /// Where results are looked for most.
    private static let indexes = [
        ("indicator", "form_id"), ("indicator", "level2_code"), ("indicator", "implementing_unit"),
        ("form", "fiscal_year"), ("form", "implementing_unit"), ("document", "sha256"), ("failure", "code"),
    ].map { table, column in
        "CREATE INDEX IF NOT EXISTS \(quoted("\(table)_\(column)")) ON \(quoted(table)) (\(quoted(column)))"
    }

    /// The questions that are asked of such forms; a content under several names counts once.
    private var views: [String] {
        SQLView.all.map { "\(dialect.makesView) \(Self.quoted($0.name)) AS\n\($0.query)" }
    }
}
