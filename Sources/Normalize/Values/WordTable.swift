/// A set of words that can be looked for at a place of a text, the longest first.
struct WordTable<Meaning: Sendable>: Sendable {
    private var byFirst: [Unicode.Scalar: [(word: [Unicode.Scalar], meaning: Meaning)]] = [:]
    private var byLast: [Unicode.Scalar: [(word: [Unicode.Scalar], meaning: Meaning)]] = [:]

    /// - Parameter groups: Words parted by spaces beside what they mean.
    init(_ groups: [(words: String, meaning: Meaning)]) {
        for group in groups {
            for word in group.words.split(whereSeparator: \.isWhitespace) {
                let scalars = Array(word.unicodeScalars)
                byFirst[scalars[0], default: []].append((scalars, group.meaning))
                byLast[scalars[scalars.count - 1], default: []].append((scalars, group.meaning))
            }
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.word.count > $1.word.count } }
        for key in byLast.keys { byLast[key]?.sort { $0.word.count > $1.word.count } }
    }

    /// The longest word that starts at `index`, and where it ends.
    func match(_ source: [Unicode.Scalar], at index: Int, before limit: Int) -> (meaning: Meaning, end: Int)? {
        guard index < limit, let candidates = byFirst[source[index]] else { return nil }
        for (word, meaning) in candidates where index + word.count <= limit {
            if word.indices.allSatisfy({ source[index + $0] == word[$0] }) { return (meaning, index + word.count) }
        }
        return nil
    }

    /// The longest word that ends right before `end`, and where it starts.
    func match(_ source: [Unicode.Scalar], endingAt end: Int) -> (meaning: Meaning, start: Int)? {
        guard end > 0, let candidates = byLast[source[end - 1]] else { return nil }
        for (word, meaning) in candidates where word.count <= end {
            let start = end - word.count
            if word.indices.allSatisfy({ source[start + $0] == word[$0] }) { return (meaning, start) }
        }
        return nil
    }
}
