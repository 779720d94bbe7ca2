/// What two databases say differently.
enum SQLDialect: Hashable, Sendable {
    case sqlite
    case postgres

    /// The columns that hold a column of the results.
    func columns(of column: ResultColumn) -> [SQLColumn] {
        switch (self, column.kind) {
        case (.sqlite, .decimal):
            [SQLColumn(name: column.name, type: "REAL"), SQLColumn(name: column.name + "_exact", type: "TEXT")]
        case (.sqlite, .measure): [SQLColumn(name: column.name, type: "REAL")]
        case (.sqlite, .integer), (.sqlite, .boolean): [SQLColumn(name: column.name, type: "INTEGER")]
        case (.postgres, .decimal), (.postgres, .measure): [SQLColumn(name: column.name, type: "NUMERIC")]
        case (.postgres, .integer): [SQLColumn(name: column.name, type: "INTEGER")]
        case (.postgres, .boolean): [SQLColumn(name: column.name, type: "BOOLEAN")]
        case (.postgres, .date): [SQLColumn(name: column.name, type: "DATE")]
        default: [SQLColumn(name: column.name, type: "TEXT")]
        }
    }

    /// How a statement begins that makes a view unless there is one.
    var makesView: String {
        switch self {
        case .sqlite: "CREATE VIEW IF NOT EXISTS"
        case .postgres: "CREATE OR REPLACE VIEW"
        }
    }

    /// What is said behind a table that only the transaction needs.
    var endOfTemporaryTable: String { self == .postgres ? " ON COMMIT DROP" : "" }
}

/// A column of a database.
struct SQLColumn: Hashable, Sendable {
    var name: String
    var type: String
}
