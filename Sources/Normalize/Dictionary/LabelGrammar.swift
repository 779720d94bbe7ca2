/// Reads labels of the head that are no known word by what they are made of: words that say of what, when and whose
/// (`label_qualifiers` of the form dictionary) and years before a known label.
///
/// "2024年度政策总体绩效目标" is the label 绩效目标. Brackets say nothing: "政策（项目）名称" is 政策名称.
struct LabelGrammar: Sendable {
    private let nouns: GrammarWords<LabelRole>
    private let qualifiers: GrammarWords<Void>
    /// Longer texts are sentences.
    private let longestLabel = 20
    /// Sums and years are words of the tables as well, where 项目合计 is a line of money.
    private static let plainRoles: Set<LabelRole> = [.total, .totalScore, .fiscalYear]

    init(_ source: DictionarySource) {
        nouns = GrammarWords(source.words[.labels]) { name in
            LabelRole(rawValue: name).flatMap { Self.plainRoles.contains($0) ? nil : $0 }
        }
        qualifiers = GrammarWords(["": source.lists[.labelQualifiers] ?? []]) { _ in () }
    }

    /// The role of a label; nil when a part of it is not known.
    ///
    /// - Parameter key: As `labelKey` gives it.
    func role(of key: String) -> LabelRole? {
        let text = Array(HeaderGrammar.withoutBrackets(key))
        guard text.count <= longestLabel else { return nil }
        return nouns.ending(text).first { areQualifiers(text.dropLast($0.word.count)) }?.value
    }

    private func areQualifiers(_ text: ArraySlice<Character>) -> Bool {
        var rest = text
        while !rest.isEmpty {
            if let year = HeaderGrammar.year(at: rest) {
                rest = rest.dropFirst(year)
            } else if let match = qualifiers.starting(rest) {
                rest = rest.dropFirst(match.word.count)
            } else {
                return false
            }
        }
        return true
    }
}
