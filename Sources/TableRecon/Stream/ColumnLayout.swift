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
        var borders =
            region.hasGivenColumns
            ? fixed : ColumnFinder(settings: settings).borders(of: region.lines, fixed: fixed)
        var lines = region.lines
        let underlined = UnderlinedHeads(region: region, settings: settings.header)
        for index in lines.indices where lines[index].chunks.count > 1 {
            lines[index] = ChunkLine(
                lines[index].chunks.flatMap { chunk in
                    underlined.contains(chunk, in: lines[index])
                        ? [chunk] : chunk.split(at: borders, source: source, settings: settings.columns)
                })
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
        if region.standsBetweenRules { withdraw(settings: settings.columns) }
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

    /// A head that only hangs over the white space beside its column does not cover the next one.
    private mutating func withdraw(settings: TableSettings.Columns) {
        let counts = Dictionary(grouping: items, by: \.line).mapValues(\.count)
        var reach = [ClosedRange<Double>?](repeating: nil, count: columns)
        for item in items where item.columns.count == 1 && counts[item.line, default: 0] > 1 {
            let column = item.columns.lowerBound
            let known = reach[column] ?? item.box.x0...item.box.x1
            reach[column] = min(known.lowerBound, item.box.x0)...max(known.upperBound, item.box.x1)
        }
        for index in items.indices where items[index].columns.count == 2 && counts[items[index].line, default: 0] > 1 {
            let item = items[index]
            let (first, last) = (item.columns.lowerBound, item.columns.upperBound - 1)
            guard let left = reach[first], let right = reach[last] else { continue }
            let slack = settings.cutGap * item.chunk.em
            if item.box.x0 > left.upperBound - slack, right.contains(item.box.midX) {
                items[index].columns = last..<(last + 1)
            } else if item.box.x1 < right.lowerBound + slack, left.contains(item.box.midX) {
                items[index].columns = first..<(first + 1)
            }
        }
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

/// Texts over a rule of their own, which heads several columns: they are never cut at the borders of these.
private struct UnderlinedHeads {
    private let rules: [RulingLine]
    private let settings: TableSettings.Header

    init(region: TableRegion, settings: TableSettings.Header) {
        self.settings = settings
        let box = region.textBox
        rules = region.horizontals.filter { $0.length < settings.ruleCoverage * box.width }
    }

    func contains(_ chunk: TextChunk, in line: ChunkLine) -> Bool {
        rules.contains { rule in
            rule.position > chunk.box.midY && rule.position < chunk.box.y1 + settings.ruleBelow * chunk.em
                && rule.start <= chunk.box.x0 && rule.end >= chunk.box.x1
                && !line.chunks.contains {
                    $0.box != chunk.box && $0.box.midX > rule.start && $0.box.midX < rule.end
                }
        }
    }
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
