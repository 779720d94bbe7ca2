/// Codes of at most two bytes, one bit each: a font has hundreds, and every glyph asks.
struct CodeSet: Hashable, ExpressibleByArrayLiteral {
    /// Without empty words at the end, so that equal sets have equal words.
    private var words: [UInt64] = []

    /// Codes from here on have more than two bytes; no font that is looked at shows them.
    private static let limit = 0x10000
    private static let wordBits = 64

    init() {}

    init(arrayLiteral codes: Int...) { for code in codes { insert(code) } }

    var isEmpty: Bool { words.isEmpty }

    func contains(_ code: Int) -> Bool {
        let word = code / Self.wordBits
        return code >= 0 && word < words.count && words[word] >> UInt64(code % Self.wordBits) & 1 == 1
    }

    /// Codes of more than two bytes are left out.
    mutating func insert(_ code: Int) {
        guard code >= 0, code < Self.limit else { return }
        let word = code / Self.wordBits
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
        words[word] |= 1 << UInt64(code % Self.wordBits)
    }
}
