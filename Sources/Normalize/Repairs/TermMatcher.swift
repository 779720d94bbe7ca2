internal import PageModel

/// Finds the one word of a closed list that a misread text stands for.
struct TermMatcher: Sendable {
    /// Key → word as it is set on forms.
    private let terms: [String: String]
    private let byLength: [Int: [(key: [Unicode.Scalar], word: String)]]
    private let settings: OCRSettings

    init(_ words: some Sequence<String>, settings: OCRSettings = .standard) {
        var terms: [String: String] = [:]
        for word in words.sorted() { terms[labelKey(word)] = terms[labelKey(word)] ?? word }
        self.terms = terms
        self.settings = settings
        byLength = Dictionary(grouping: terms.map { (key: Array($0.key.unicodeScalars), word: $0.value) }) {
            $0.key.count
        }
    }

    func contains(_ text: String) -> Bool { terms[labelKey(text)] != nil }

    /// Whether a longer word begins or ends with the text.
    func hasEnd(_ text: String) -> Bool {
        let key = labelKey(text)
        return terms.keys.contains { $0.count > key.count && ($0.hasPrefix(key) || $0.hasSuffix(key)) }
    }

    /// The word that the text is but for stray signs around or inside it, or for one character; nil when it is a word
    /// itself, or when no word or more than one is as near.
    ///
    /// - Parameters:
    ///   - text: The label as read, without a bracketed note.
    ///   - confidence: Of its reading: a surely read Chinese character is never taken for another.
    ///   - mayLackOne: A character may be lost, however surely the rest was read: where only words of the list stand.
    func word(for text: String, confidence: Double, mayLackOne: Bool = false) -> String? {
        let key = labelKey(text)
        guard !key.isEmpty, key.utf8.count <= 90, terms[key] == nil else { return nil }
        let bare = Self.withoutSpecks(key)
        if bare != key, bare.count >= 2, let word = terms[bare] { return word }
        let source = Array(bare.unicodeScalars)
        let found = words(near: source, isSure: confidence >= settings.sureReading, mayLackOne: mayLackOne)
        if found.count == 1 { return found.first }
        return found.isEmpty ? wordWithLostInside(source) : nil
    }

    /// All words that a surely read text may be, in alphabetical order: more than one where what is lost told them apart.
    func words(nearSurelyRead text: String) -> [String] {
        let key = labelKey(text)
        guard !key.isEmpty, key.utf8.count <= 90, terms[key] == nil else { return [] }
        return words(near: Array(Self.withoutSpecks(key).unicodeScalars), isSure: true, mayLackOne: true).sorted()
    }

    private func words(near source: [Unicode.Scalar], isSure: Bool, mayLackOne: Bool) -> Set<String> {
        var found: Set<String> = []
        for length in max(settings.shortestTerm, source.count - 1)...(max(settings.shortestTerm, source.count + 1)) {
            for term in byLength[length] ?? []
            where Self.isNear(source, term.key, isSure: isSure, mayLackOne: mayLackOne) {
                found.insert(term.word)
            }
        }
        return found
    }

    /// "计符" of 计算符号: characters lost inside, which no shortened word looks like.
    private func wordWithLostInside(_ source: [Unicode.Scalar]) -> String? {
        guard source.count >= 2, source.allSatisfy(\.isHan) else { return nil }
        let found = (byLength[source.count + 2] ?? []).filter { term in
            term.key.first == source.first && source.count * 2 >= term.key.count
                && Self.isSubsequence(source, of: term.key)
                && !(0...(term.key.count - source.count)).contains {
                    Array(term.key[$0..<($0 + source.count)]) == source
                }
        }
        return found.count == 1 ? found[0].word : nil
    }

    private static func isSubsequence(_ source: [Unicode.Scalar], of term: [Unicode.Scalar]) -> Bool {
        var rest = source[...]
        for scalar in term where rest.first == scalar { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    /// One character more, less or other. Where the reading is sure only one that is no Chinese character may be other
    /// or too much: "项目名.称", "绩效H标".
    private static func isNear(
        _ source: [Unicode.Scalar], _ term: [Unicode.Scalar], isSure: Bool, mayLackOne: Bool
    ) -> Bool {
        let head = zip(source, term).prefix { $0 == $1 }.count
        let tail = zip(source.reversed(), term.reversed()).prefix { $0 == $1 }.count
        switch source.count - term.count {
        case 0: return head + tail >= term.count - 1 && head < term.count && (!isSure || !source[head].isHan)
        case 1: return head + tail >= term.count && head < source.count && (!isSure || !source[head].isHan)
        case -1: return head + tail >= source.count && (!isSure || mayLackOne && source.count >= 3)
        default: return false
        }
    }

    /// Without the dots and dashes that dirt and lines leave around and inside a label.
    private static func withoutSpecks(_ key: String) -> String {
        String(joining: key.unicodeScalars.filter { !specks.contains($0) })
    }

    private static let specks: Set<Unicode.Scalar> = [
        "'", "\"", "`", "´", "‘", "’", "“", "”", ".", ",", "·", "•", "。", "、", "-", "—", "_", "|", "~", "^", "!", "*",
        ";", "°", "\\", "<", ">", "[", "]", "¨", "…", ":",
    ]
}
