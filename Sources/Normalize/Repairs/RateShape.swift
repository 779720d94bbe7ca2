internal import PageModel

/// A percentage in a cell of its own, taken apart as it is printed.
struct RateShape {
    private let sign: String
    private let digits: String
    let figure: DecimalNumber

    /// Nil for everything but an operator, if any, a figure and "%".
    init?(_ text: String) {
        let scalars = FoldedText(text, droppingSpace: true).scalars
        guard scalars.last == "%" else { return nil }
        let signs = Array(scalars.prefix { ComparatorWords.sign($0) != nil })
        let figure = Array(scalars.dropFirst(signs.count).dropLast())
        guard let number = DecimalNumber.parse(String(joining: figure)) else { return nil }
        sign = String(joining: signs)
        digits = String(joining: figure)
        self.figure = number
    }

    /// "≥990%" → "≥99%": a percent sign's circle read as a nought, where the row's other value is the same figure.
    func withoutDoubledPercent(agreeingWith other: RateShape) -> String? {
        guard digits.hasSuffix("0"), digits.count > 1,
            let rest = DecimalNumber.parse(String(digits.dropLast())), rest == other.figure
        else { return nil }
        return sign + String(digits.dropLast()) + "%"
    }

    /// "295%" → "≥95%": the sign read as a two.
    func withOperator() -> String? {
        guard sign.isEmpty, digits.hasPrefix("2"), !digits.hasPrefix("20"),
            let rest = DecimalNumber.parse(String(digits.dropFirst())), rest <= DecimalNumber(100),
            rest >= DecimalNumber(10)
        else { return nil }
        return "≥" + String(digits.dropFirst()) + "%"
    }
}
