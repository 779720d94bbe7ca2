/// One column of the flat results, the same in every format.
public struct ResultColumn: Hashable, Sendable {
    /// What stands in a column.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Text as printed, codes with their leading zeros.
        case text
        /// A text of sentences.
        case prose
        case integer
        /// An exact decimal number.
        case decimal
        /// A coordinate in points, or a confidence: two digits behind the point.
        case measure
        /// An ISO day.
        case date
        case boolean
        /// An object or array as one JSON text.
        case json
    }

    /// Where the value comes from.
    enum Origin: Hashable, Sendable {
        /// Keys of the line, each within the value of the one before.
        case line([String])
        /// Keys of the element of an array that is the row.
        case element([String])
        /// A place in an array that is the value of a key of the line, such as x0 in `bbox`.
        case place([String], Int)
        /// The row's number within its parent, from 1.
        case ordinal
        /// The key of the line whose array the row is an element of, without what is behind its underscore.
        case owner
    }

    /// In snake case; the header in English.
    public let name: String
    /// The header in Chinese.
    public let chinese: String
    public let kind: Kind
    let origin: Origin

    /// The header in a language.
    public func header(_ language: HeaderLanguage) -> String { language == .zh ? chinese : name }
}

/// The language of headers and of the names of sheets. Texts inside of results never change with it.
public enum HeaderLanguage: String, CaseIterable, Sendable {
    case zh
    case en
}
