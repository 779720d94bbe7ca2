internal import PageModel

/// Words that stand close together on one line: what one cell shows of the line.
struct TextChunk {
    var words: [Word]
    var box: Rect
    var em: Double
    var kind: TextKind
    private let scalars: [Unicode.Scalar]

    /// The words with a space between them; made when asked for, since most chunks are only placed.
    var text: String { String(joining: scalars) }

    init(words: [Word], source: WordSource) {
        self.words = words
        box = words.map(\.box).union ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0)
        em = words.map(\.em).max() ?? 1
        var scalars: [Unicode.Scalar] = []
        for (index, word) in words.enumerated() {
            if index > 0 { scalars.append(" ") }
            for glyph in source.fragments[word.fragment].glyphs[word.range] where glyph.scalar != " " {
                scalars.append(glyph.scalar)
            }
        }
        kind = TextKind(scalars)
        self.scalars = scalars
    }

    /// A figure without any word or unit: never the first line of a longer text.
    var isFigure: Bool { kind == .number && !scalars.contains { $0.properties.isAlphabetic } }
    var isBold: Bool { words.allSatisfy(\.isBold) }

    /// The number of words; the dots of a leader are none.
    var wordCount: Int {
        scalars.split(separator: " ").filter { !$0.allSatisfy(\.isLeaderDot) }.count
    }
}

/// The chunks on one line, left to right.
struct ChunkLine {
    var chunks: [TextChunk]
    var box: Rect
    var em: Double

    init(_ chunks: [TextChunk]) {
        self.chunks = chunks
        box = chunks.map(\.box).union ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0)
        em = chunks.map(\.em).max() ?? 1
    }
}

/// Gathers words into lines and chunks.
struct ChunkBuilder {
    let source: WordSource
    let settings: TableSettings

    /// The lines of the words, top to bottom; a wide gap, a leader or a vertical ruling line ends a chunk.
    ///
    /// - Complexity: O(n log n) for n words, and a look at the vertical lines in each gap.
    func lines(of words: [Word], verticals: RuleIndex = RuleIndex([])) -> [ChunkLine] {
        let rows = words.baselineRows(overlap: settings.words.baselineOverlap, box: \.box)
        return rows.indices.map { index in
            // Figures set in the middle beside two lines of text stand on a line between these.
            ChunkLine(
                chunks(of: rows[index], above: rows[max(0, index - 2)..<index].flatMap { $0 }, verticals: verticals))
        }
        .sorted { ($0.box.midY, $0.box.x0) < ($1.box.midY, $1.box.x0) }
    }

    private func chunks(of row: [Word], above: [Word], verticals: RuleIndex) -> [TextChunk] {
        var result: [TextChunk] = []
        var open: [Word] = []
        var right = -Double.infinity
        var dots = 0
        for word in row.sorted(by: { ($0.box.x0, $0.box.y0) < ($1.box.x0, $1.box.y0) }) {
            let isDots = source.fragments[word.fragment].glyphs[word.range].allSatisfy(\.scalar.isLeaderDot)
            if let last = open.last {
                let gap = word.box.x0 - right
                let em = min(word.em, last.em)
                let leaderEnds = !isDots && dots >= settings.words.shortestLeader
                let isSplit =
                    leaderEnds
                    || !isCurrency(open, before: word) && gap > columnGap(last, word, above: above) * em && !isDots
                    || gap > -settings.words.ruleOverlap * em
                        && verticals.between(
                            max(right - settings.words.ruleReach * em, last.box.midX),
                            min(word.box.x0 + settings.words.ruleReach * em, word.box.midX)
                        ).contains { $0.start < word.box.midY && $0.end > word.box.midY }
                if isSplit {
                    result.append(TextChunk(words: open, source: source))
                    open = []
                }
            }
            dots = isDots ? dots + word.range.count : trailingDots(of: word)
            open.append(word)
            right = open.count == 1 ? word.box.x1 : max(right, word.box.x1)
        }
        if !open.isEmpty { result.append(TextChunk(words: open, source: source)) }
        return result
    }

    /// A currency sign may stand at the left of a column whose figures stand at the right.
    private func isCurrency(_ open: [Word], before word: Word) -> Bool {
        guard open.count == 1, let sign = open.first, sign.range.count == 1,
            word.box.x0 - sign.box.x1 < settings.words.currencyGap * word.em,
            let scalar = source.fragments[sign.fragment].glyphs[sign.range].first?.scalar,
            let first = source.fragments[word.fragment].glyphs[word.range].first?.scalar
        else { return false }
        return scalar.properties.generalCategory == .currencySymbol
            && (first.isDigit || "(-–.".unicodeScalars.contains(first))
    }

    /// How wide a gap between the words must be, in em, to end a chunk.
    private func columnGap(_ left: Word, _ right: Word, above: [Word]) -> Double {
        guard let before = source.fragments[left.fragment].glyphs[left.range].last?.scalar,
            let after = source.fragments[right.fragment].glyphs[right.range].first?.scalar
        else { return settings.words.columnGap }
        if left.range.count == 1, right.range.count == 1, before.isIdeograph, after.isIdeograph {
            // Unless they are what is left over of two texts above.
            let heads = [left, right].map { word in
                above.firstIndex {
                    $0.box.horizontalOverlap(word.box) > 0
                        && word.box.midY - $0.box.midY <= settings.rows.wrapPitch * word.em
                }
            }
            if let first = heads[0], let second = heads[1], first != second { return settings.words.chineseGap }
            return settings.words.spacedLabelGap
        }
        let isChinese = { (word: Word) in
            source.fragments[word.fragment].glyphs[word.range].contains { $0.scalar.isIdeograph }
        }
        if left.range.count > 1, right.range.count > 1, isChinese(left), isChinese(right) {
            return settings.words.chineseGap
        }
        return settings.words.columnGap
    }

    private func trailingDots(of word: Word) -> Int {
        source.fragments[word.fragment].glyphs[word.range].reversed().prefix { $0.scalar.isLeaderDot }.count
    }
}
