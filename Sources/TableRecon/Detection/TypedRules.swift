internal import PageModel

/// Finds ruling lines that are typed: rows of hyphens, equals signs or underscores.
struct TypedRules {
    let source: WordSource
    let settings: TableSettings

    /// The other words, and the typed lines as ruling lines.
    func split(_ words: [Word]) -> (words: [Word], rules: [RulingLine]) {
        var isDashes = words.map(isDashes)
        guard isDashes.contains(true) else { return (words, []) }
        // Hyphens beside other text stand for a missing figure.
        let height = { (word: Word) in Int((word.box.midY / 2).rounded()) }
        let texts = Set(zip(words, isDashes).filter { !$0.1 }.map { height($0.0) })
        for index in words.indices where isDashes[index] && words[index].range.count < settings.typed.longRule {
            let line = height(words[index])
            if (line - 1...line + 1).contains(where: texts.contains) { isDashes[index] = false }
        }
        var rules: [RulingLine] = []
        for (word, flag) in zip(words, isDashes) where flag {
            rules.append(
                RulingLine(
                    axis: .horizontal, position: word.box.midY, start: word.box.x0, end: word.box.x1, thickness: 1,
                    origin: .pixels))
        }
        return (zip(words, isDashes).filter { !$0.1 }.map(\.0), rules)
    }

    private func isDashes(_ word: Word) -> Bool {
        guard word.range.count >= settings.typed.shortestRule else { return false }
        return source.fragments[word.fragment].glyphs[word.range].allSatisfy {
            "-=_—–─━═".unicodeScalars.contains($0.scalar)
        }
    }
}
