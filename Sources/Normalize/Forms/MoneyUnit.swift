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

/// The power of ten in which the bare figures of a funding block count, as its captions and labels give it one after
/// another.
struct MoneyScale {
    private(set) var conflicts: [UnitConflict] = []
    private let ofForm: Int?
    /// From the block's caption or the label of its total.
    private var ofBlock: Int?
    /// From the first label of a row, for the rest of it.
    private var ofRow: Int?

    init(ofForm power: Int?) { ofForm = power }

    /// Of a bare figure; 元 where nothing else is said.
    var power: Int { ofRow ?? ofBlock ?? ofForm ?? 0 }

    /// A caption begins a block: its unit holds until another one comes.
    mutating func take(caption: String) {
        guard let power = MoneyUnit.power(in: caption) else { return }
        ofRow = nil
        ofBlock = nil
        compare(power, in: caption)
        ofBlock = power
    }

    mutating func startRow() { ofRow = nil }

    /// The unit in a total's label holds for its parts, that in any other for its row.
    mutating func take(label: String, isTotal: Bool) {
        guard let power = MoneyUnit.power(in: label) else { return }
        compare(power, in: label)
        if isTotal { ofBlock = power } else { ofRow = power }
    }

    /// Keeps a conflict where a unit differs from the one in force.
    mutating func compare(_ power: Int, in label: String) {
        guard let inForce = ofRow ?? ofBlock ?? ofForm, inForce != power else { return }
        conflicts.append(UnitConflict(label: label, expected: inForce, found: power))
    }
}
