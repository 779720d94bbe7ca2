/// A table of the flat results.
public struct ResultTable: Hashable, Sendable {
    /// The files that results come from.
    public enum Stream: Hashable, Sendable {
        case indicators
        case forms
        case failures
    }

    /// What makes a row.
    enum Rows: Hashable, Sendable {
        /// Each line.
        case lines
        /// Each element of the arrays at these places of a line.
        case elements([[String]])
    }

    /// In the singular: the name in a database.
    public let name: String
    /// The name of its CSV file.
    public let plural: String
    /// The name of its sheet in Chinese.
    public let chinese: String
    public let columns: [ResultColumn]
    /// The names of the columns that name a row; the first is always `file`.
    public let key: [String]
    /// The table that a row belongs to, and the columns that name it there and here.
    let parent: Parent?
    let stream: Stream
    let rows: Rows

    struct Parent: Hashable, Sendable {
        var table: String
        var key: [String]
    }

    /// The name of the sheet in a language.
    func title(_ language: HeaderLanguage) -> String { language == .zh ? chinese : plural }

    func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}
