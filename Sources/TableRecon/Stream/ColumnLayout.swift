internal import PageModel

/// The columns of a region, and each chunk with the columns it covers.
struct ColumnLayout {
    /// Borders between the columns, ascending; one less than columns.
    private(set) var borders: [Double]
    private(set) var items: [PlacedChunk]
    let lineCount: Int

    var columns: Int { borders.count + 1 }

    init(region: TableRegion, source: WordSource, settings: TableSettings) {
        let text = region.textBox
        let fixed = clustered(
            region.verticals.filter { $0.position > text.x0 + 1 && $0.position < text.x1 - 1 }.map(\.position),
            tolerance: settings.rulings.snapTolerance)
        var borders = ColumnFinder(settings: settings).borders(of: region.lines, fixed: fixed)
        var lines = region.lines
        for index in lines.indices where lines[index].chunks.count > 1 {
            lines[index] = ChunkLine(
                lines[index].chunks.flatMap { $0.split(at: borders, source: source, settings: settings.columns) })
        }
        // Lines that overlap show their cells beside each other as one line does.
        let overlapping = zip(lines, lines.dropFirst()).filter {
            $1.box.midY - $0.box.midY < settings.columns.interleavedPitch * min($0.em, $1.em)
        }
        let rows = lines + overlapping.map { ChunkLine(($0.chunks + $1.chunks).sorted { $0.box.x0 < $1.box.x0 }) }
        var index = 0
        while index < borders.count {
            if !fixed.contains(borders[index]),
                !ColumnLayout.isNeeded(borders, index, lines: rows, settings: settings.columns)
            {
                borders.remove(at: index)
            } else {
                index += 1
            }
        }
        self.borders = borders
        lineCount = lines.count
        items = []
        for (number, line) in lines.enumerated() {
            for chunk in line.chunks {
                items.append(
                    PlacedChunk(
                        chunk: chunk, line: number,
                        columns: ColumnLayout.columns(of: chunk, borders: borders, settings: settings.columns)))
            }
        }
        separate()
    }

    /// A border that no two neighbouring chunks of a line need divides nothing.
    private static func isNeeded(
        _ borders: [Double], _ index: Int, lines: [ChunkLine], settings: TableSettings.Columns
    ) -> Bool {
        let before = index > 0 ? borders[index - 1] : -Double.infinity
        let after = index + 1 < borders.count ? borders[index + 1] : Double.infinity
        return lines.contains { line in
            zip(line.chunks, line.chunks.dropFirst()).contains { left, right in
                left.box.x1 < right.box.x0 && left.box.midX < borders[index] && right.box.midX > borders[index]
                    && (left.box.midX > before || left.box.x1 > before + settings.edgeReach * left.em)
                    && (right.box.midX < after || right.box.x0 < after - settings.edgeReach * right.em)
            }
        }
    }

    private static func columns(
        of chunk: TextChunk, borders: [Double], settings: TableSettings.Columns
    ) -> Range<Int> {
        let slack = min(settings.overhang * chunk.em, settings.narrowOverhang * chunk.box.width)
        let first = borders.firstIndex(atLeast: chunk.box.x0 + slack)
        let last = borders.firstIndex(atLeast: chunk.box.x1 - slack)
        return first..<(max(first, last) + 1)
    }

    /// Chunks of one line must not share a column: the one that reaches over gives way.
    private mutating func separate() {
        for index in items.indices.dropFirst() where items[index].line == items[index - 1].line {
            let left = items[index - 1]
            let right = items[index]
            guard left.columns.upperBound > right.columns.lowerBound else { continue }
            if left.columns.count > 1, left.columns.lowerBound < right.columns.lowerBound {
                items[index - 1].columns = left.columns.lowerBound..<right.columns.lowerBound
            } else if right.columns.count > 1, right.columns.upperBound > left.columns.upperBound {
                items[index].columns = left.columns.upperBound..<right.columns.upperBound
            }
        }
    }

    /// Left and right end of what stands in each column alone; nil for a column without text of its own.
    func extents() -> [ClosedRange<Double>?] {
        var result = [ClosedRange<Double>?](repeating: nil, count: columns)
        for item in items where item.columns.count == 1 {
            let column = item.columns.lowerBound
            let known = result[column]
            let low = min(known?.lowerBound ?? item.box.x0, item.box.x0)
            result[column] = low...max(known?.upperBound ?? item.box.x1, item.box.x1)
        }
        return result
    }

    mutating func setColumns(_ columns: Range<Int>, at index: Int) { items[index].columns = columns }
}

extension TextChunk {
    private var endsInCJK: Bool { text.unicodeScalars.last?.isCJK ?? false }
    private var startsWithCJK: Bool { text.unicodeScalars.first?.isCJK ?? false }

    /// The chunk cut at the borders that fall between two of its words, if one side of the cut is a value.
    func split(at borders: [Double], source: WordSource, settings: TableSettings.Columns) -> [TextChunk] {
        guard words.count > 1 else { return [self] }
        var parts: [[Word]] = [[words[0]]]
        for (left, right) in zip(words, words.dropFirst()) {
            let gap = right.box.x0 - left.box.x1
            let slack = settings.cutReach * em
            let isBorder =
                gap > settings.cutGap * em
                && borders.contains {
                    $0 > left.box.x1 - slack && $0 < right.box.x0 + slack && $0 > box.x0 && $0 < box.x1
                }
            if isBorder { parts.append([right]) } else { parts[parts.count - 1].append(right) }
        }
        guard parts.count > 1 else { return [self] }
        let chunks = parts.map { TextChunk(words: $0, source: source) }
        let values = chunks.filter { $0.kind != .text }.count
        // Chinese is set without spaces: a gap in it means something.
        let gaps = zip(chunks, chunks.dropFirst()).allSatisfy { left, right in
            right.box.x0 - left.box.x1 > settings.chineseCutGap * em && left.endsInCJK && right.startsWithCJK
                && left.text.unicodeScalars.count > 1 && right.text.unicodeScalars.count > 1
        }
        return values * 2 >= chunks.count || gaps ? chunks : [self]
    }
}
