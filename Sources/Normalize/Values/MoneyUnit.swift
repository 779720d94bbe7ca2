/// Units of money as captions, labels and headers print them.
enum MoneyUnit {
    /// Longest first where one ends in another.
    private static let powers = [("亿元", 8), ("百万元", 6), ("万元", 4), ("千元", 3), ("元", 0)]

    /// By how many powers of ten money in another unit differs from money in 元.
    static let steps = powers.map(\.1).filter { $0 > 0 }

    /// Whether the text is a unit of money and nothing else.
    static func isUnit(_ text: String) -> Bool { powers.contains { $0.0 == labelKey(text) } }

    /// The power of ten that a unit of money in brackets or at the text's end gives: 4 of "资金（万元）总额", 0 of "单位：元".
    static func power(in text: String) -> Int? {
        guard text.holds("元") else { return nil }
        let key = labelKey(text)
        if let power = powers.first(where: { key.closes(with: $0.0) })?.1 { return power }
        return brackets(of: key).lazy.compactMap { power(ofBracket: $0) }.first
    }

    /// The power of ten of the unit in the bracket that ends the text: 4 of "年度预算安排（万元）" and of
    /// "资金安排（金额单位：万元）"; nil where the text ends otherwise.
    static func bracketed(in text: String) -> Int? {
        guard text.holds("元") else { return nil }
        let key = labelKey(text)
        guard key.closes(with: ")"), let last = brackets(of: key).last else { return nil }
        return power(ofBracket: last)
    }

    /// What stands in the brackets of a key, from the first one behind its first character on.
    private static func brackets(of key: String) -> [Substring] {
        key.split(separator: "(", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != ")" } }
    }

    /// The unit alone, or behind a colon or a comma.
    private static func power(ofBracket content: Substring) -> Int? {
        powers.first { unit, _ in
            content == unit || [":", ",", "、"].contains { content.closes(with: $0 + unit) }
        }?.1
    }
}
