import Testing

@testable import Normalize

/// A cell and the value that it must give.
struct ValueCase: CustomTestStringConvertible, Sendable {
    var cell: String
    var expected: IndicatorValue
    var testDescription: String { cell }

    static func number(_ digits: String) -> DecimalNumber { DecimalNumber.parse(digits)! }

    static func quantity(_ cell: String, _ sign: String?, _ value: String, _ unit: String?) -> ValueCase {
        ValueCase(
            cell: cell,
            expected: IndicatorValue(
                text: cell, kind: .quantity, comparator: sign.map { .init(rawValue: $0)! }, value: number(value),
                unit: unit))
    }

    static func range(
        _ cell: String, _ lower: String, _ upper: String, _ unit: String?, sign: String? = nil
    ) -> ValueCase {
        ValueCase(
            cell: cell,
            expected: IndicatorValue(
                text: cell, kind: .range, comparator: sign.map { .init(rawValue: $0)! }, lower: number(lower),
                upper: number(upper), unit: unit))
    }

    static func date(_ cell: String, _ sign: String?, _ day: String) -> ValueCase {
        ValueCase(
            cell: cell,
            expected: IndicatorValue(text: cell, kind: .date, comparator: sign.map { .init(rawValue: $0)! }, date: day))
    }

    static func phrase(_ cell: String, _ quantities: (String?, String, String)...) -> ValueCase {
        ValueCase(
            cell: cell,
            expected: IndicatorValue(
                text: cell,
                quantities: quantities.map {
                    .init(comparator: $0.0.map { .init(rawValue: $0)! }, value: number($0.1), unit: $0.2)
                }))
    }
}

/// Operator, value and unit of three columns, and what they say together.
struct ColumnCase: CustomTestStringConvertible, Sendable {
    var value: String?
    var sign: String?
    var unit: String?
    var expected: ValueCase?
    var testDescription: String { "\(sign ?? "nil") | \(value ?? "nil") | \(unit ?? "nil")" }

    init(_ sign: String?, _ value: String?, _ unit: String?, _ expected: ValueCase?) {
        self.value = value
        self.sign = sign
        self.unit = unit
        self.expected = expected
    }
}
