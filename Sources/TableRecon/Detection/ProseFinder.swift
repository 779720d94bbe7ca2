internal import PageModel

/// Finds running text: stacked long lines that begin and end alike.
struct ProseFinder {
    let settings: TableSettings

    /// Where a page's running text stands.
    struct Result {
        /// For each line and chunk, whether it is running text.
        var isProse: [[Bool]]
        /// The boxes of the paragraphs.
        var paragraphs: [Rect]
    }

    private struct Chain {
        var members: [(line: Int, chunk: Int)]
        var box: Rect
        var last: Rect
    }

    /// - Complexity: O(n log n) for n chunks on a page whose lines have a bounded number of chunks.
    func find(in lines: [ChunkLine]) -> Result {
        var isProse = lines.map { [Bool](repeating: false, count: $0.chunks.count) }
        let chains = self.chains(lines).filter { isRunningText($0, lines) }
        for chain in chains {
            for member in chain.members {
                // A short chunk with others beside it is a label that only happens to stand over a paragraph.
                let line = lines[member.line]
                let isLabel =
                    member.chunk + 1 < line.chunks.count
                    && line.chunks[member.chunk].box.width < settings.prose.labelWidth * chain.box.width
                isProse[member.line][member.chunk] = !isLabel
            }
        }
        var paragraphs: [Rect] = []
        for chain in chains {
            if isCell(chain, lines, isProse) {
                for member in chain.members { isProse[member.line][member.chunk] = false }
                continue
            }
            paragraphs.append(chain.box)
            // The number or bullet in front of a paragraph is part of it.
            for member in chain.members {
                for other in 0..<member.chunk where lines[member.line].chunks[other].isEnumerator {
                    isProse[member.line][other] = true
                }
            }
        }
        return Result(isProse: isProse, paragraphs: paragraphs)
    }

    private func chains(_ lines: [ChunkLine]) -> [Chain] {
        var done: [Chain] = []
        var open: [Chain] = []
        for (number, line) in lines.enumerated() {
            let reach = settings.prose.pitch * line.em
            done += open.filter { line.box.midY - $0.last.midY > reach }
            open.removeAll { line.box.midY - $0.last.midY > reach }
            for (index, chunk) in line.chunks.enumerated() {
                let hasMates = index + 1 < line.chunks.count
                let home = open.firstIndex { chain in
                    if hasMates, chunk.box.width < settings.prose.labelWidth * chain.box.width { return false }
                    let overlap = chain.last.horizontalOverlap(chunk.box)
                    return chain.last.midY < chunk.box.midY - settings.prose.leastPitch * chunk.em
                        && overlap >= settings.prose.overlap * min(chain.last.width, chunk.box.width)
                        && abs(chain.last.x0 - chunk.box.x0) < settings.prose.indent * chunk.em
                }
                if let home {
                    open[home].members.append((number, index))
                    open[home].box = open[home].box.union(chunk.box)
                    open[home].last = chunk.box
                } else {
                    open.append(Chain(members: [(number, index)], box: chunk.box, last: chunk.box))
                }
            }
        }
        return done + open
    }

    private func isRunningText(_ chain: Chain, _ lines: [ChunkLine]) -> Bool {
        guard chain.members.count >= settings.prose.shortestParagraph else { return false }
        let chunks = chain.members.map { lines[$0.line].chunks[$0.chunk] }
        let em = chunks.map(\.em).reduce(0, +) / Double(chunks.count)
        guard chain.box.width >= settings.prose.narrowest * em else { return false }
        let long = chunks.filter { $0.box.width >= settings.prose.longLine * chain.box.width }
        let worded = chunks.filter { $0.isWordy(settings.prose) }
        return long.count * 3 >= chunks.count * 2 && worded.count * 3 >= chunks.count * 2
    }

    /// A short stack of long lines with a label or figures beside it is a cell.
    private func isCell(_ chain: Chain, _ lines: [ChunkLine], _ isProse: [[Bool]]) -> Bool {
        guard chain.members.count <= settings.prose.longestCell else { return false }
        var mates = 0
        for member in chain.members {
            let line = lines[member.line]
            if line.chunks.indices.contains(where: {
                $0 != member.chunk && !isProse[member.line][$0] && !line.chunks[$0].isEnumerator
            }) {
                mates += 1
            }
        }
        return mates * 5 >= chain.members.count && mates > 0
    }
}

extension TextChunk {
    /// Several words, or as many Chinese characters as several words have.
    func isWordy(_ settings: TableSettings.Prose) -> Bool {
        if endsInLeader { return false }
        var cjk = 0
        for scalar in text.unicodeScalars where scalar.isCJK { cjk += 1 }
        return cjk >= settings.fewestIdeographs || words.count >= 4 && kind == .text
    }

    /// A bullet, or a number or letter with its dot or bracket, as it stands in front of a paragraph.
    var isEnumerator: Bool {
        let scalars = text.unicodeScalars.filter { $0 != " " }
        guard let last = scalars.last, scalars.count <= 8 else { return false }
        if scalars.count == 1 { return !last.properties.isAlphabetic && !last.isDigit || last == "o" }
        let closes = ".):、）".unicodeScalars.contains(last)
        let body = scalars.dropLast().filter { $0 != "(" && $0 != "（" && $0 != "." }
        if closes { return body.count <= 4 && body.allSatisfy { $0.isWordCharacter || $0.isCJK } }
        // 1.2.3
        return scalars.contains(".") && scalars.allSatisfy { $0.isDigit || $0 == "." } && scalars.count >= 5
    }
}
