/// The words of a section of the form dictionary's grammar with what each says, found by where a text begins or ends.
struct GrammarWords<Value: Sendable>: Sendable {
    typealias Entry = (word: [Character], value: Value)

    /// Longest first.
    private let entries: [Entry]
    /// By the first and by the last character of their words, in the order of `entries`.
    private let byFirst: [Character: [Entry]]
    private let byLast: [Character: [Entry]]

    /// - Parameters:
    ///   - words: The words of each name; nil for none.
    ///   - value: What a name stands for; the words of a name without a value are left out.
    init(_ words: [String: [String]]?, value: (String) -> Value?) {
        entries = (words ?? [:]).sorted { $0.key < $1.key }
            .flatMap { name, list in
                list.compactMap { word in value(name).map { (Array(labelKey(word)), $0) } }
            }
            .filter { !$0.0.isEmpty }
            .sorted { ($0.0.count, String($1.0)) > ($1.0.count, String($0.0)) }
        byFirst = Dictionary(grouping: entries) { $0.word[0] }
        byLast = Dictionary(grouping: entries) { $0.word[$0.word.count - 1] }
    }

    /// The words whose value is asked for, longest first.
    func words(where isWanted: (Value) -> Bool) -> [[Character]] { entries.filter { isWanted($0.value) }.map(\.word) }

    /// All words that a text ends in, longest first.
    func ending(_ text: [Character]) -> [Entry] {
        guard let last = text.last, let candidates = byLast[last] else { return [] }
        return candidates.filter { text.suffix($0.word.count).elementsEqual($0.word) }
    }

    /// The longest word that a text begins with.
    func starting(_ text: ArraySlice<Character>) -> Entry? {
        guard let first = text.first else { return nil }
        return byFirst[first]?.first { text.starts(with: $0.word) }
    }
}
