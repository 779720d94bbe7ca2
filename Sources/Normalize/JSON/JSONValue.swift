/// A JSON value whose objects keep the order of their keys and whose numbers keep their digits.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// A coordinate or a confidence: written with at most two digits behind the point.
    case double(Double)
    /// An exact decimal figure.
    case number(DecimalNumber)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])

    /// An object from its pairs, in the order given.
    public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { JSONMember($0.key, $0.value) })
    }

    /// The string, or null for nil.
    public static func string(orNull text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// The figure, or null for nil.
    public static func number(orNull figure: DecimalNumber?) -> JSONValue { figure.map { .number($0) } ?? .null }

    /// The integer, or null for nil.
    public static func int(orNull value: Int?) -> JSONValue { value.map { .int($0) } ?? .null }

    /// The value of the first member of that name, nil if there is none or this is no object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

/// One `"key": value` of a JSON object.
public struct JSONMember: Hashable, Sendable {
    public var key: String
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
        self.key = key
        self.value = value
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value on one line, without spaces.
    public var description: String {
        var writer = JSONWriter()
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
