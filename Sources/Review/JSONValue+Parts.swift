internal import Normalize

extension JSONValue {
    /// The string; nil for any other value.
    var words: String? { if case .string(let text) = self { text } else { nil } }

    var elements: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

    /// The number; nil for any other value.
    var figure: Double? {
        switch self {
        case .number(let figure): Double(figure.description)
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}
