/// What a target or an actual result says: the printed text and, as far as it can be told, the figure in it.
public struct IndicatorValue: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case quantity
        case range
        case date
        case qualitative
    }

    /// How the figure bounds what is wanted.
    public enum Comparator: String, Hashable, Sendable, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case equal = "="
        case above = ">"
        case below = "<"
        case about = "~"
    }

    /// A figure inside a phrase.
    public struct Quantity: Hashable, Sendable {
        public var comparator: Comparator?
        /// In the base unit: 万 and 亿 multiplied out.
        public var value: DecimalNumber
        public var unit: String?

        public init(comparator: Comparator? = nil, value: DecimalNumber, unit: String?) {
            self.comparator = comparator
            self.value = value
            self.unit = unit
        }
    }

    /// As printed.
    public var text: String
    public var kind: Kind
    /// Nil where none is printed.
    public var comparator: Comparator?
    /// Of a quantity, in the base unit; a percentage stays as printed.
    public var value: DecimalNumber?
    /// Bounds of a range, both inclusive.
    public var lower: DecimalNumber?
    public var upper: DecimalNumber?
    /// The unit without its scale word: 元 for 万元.
    public var unit: String?
    /// Of a date: the ISO day.
    public var date: String?
    /// Of a qualitative value: the figures with a unit inside the phrase.
    public var quantities: [Quantity]

    public init(
        text: String, kind: Kind = .qualitative, comparator: Comparator? = nil, value: DecimalNumber? = nil,
        lower: DecimalNumber? = nil, upper: DecimalNumber? = nil, unit: String? = nil, date: String? = nil,
        quantities: [Quantity] = []
    ) {
        self.text = text
        self.kind = kind
        self.comparator = comparator
        self.value = value
        self.lower = lower
        self.upper = upper
        self.unit = unit
        self.date = date
        self.quantities = quantities
    }

    /// The value as an indicator record carries it.
    public var json: JSONValue {
        .object([
            "text": .string(text),
            "kind": .string(kind.rawValue),
            "operator": .string(orNull: comparator?.rawValue),
            "value": .number(orNull: value),
            "lower": .number(orNull: lower),
            "upper": .number(orNull: upper),
            "unit": .string(orNull: unit),
            "date": .string(orNull: date),
            "quantities": .array(quantities.map(\.json)),
        ])
    }
}

extension IndicatorValue.Quantity {
    public var json: JSONValue {
        .object([
            "operator": .string(orNull: comparator?.rawValue), "value": .number(value),
            "unit": .string(orNull: unit),
        ])
    }
}
