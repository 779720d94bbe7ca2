internal import PageModel

/// Tells the header lines of a region from its body by rules under them and by where the figures begin.
struct HeaderLines {
    let layout: ColumnLayout
    let horizontals: [RulingLine]
    let settings: TableSettings

    /// The number of lines above the body.
    func count() -> Int {
        let lines = Dictionary(grouping: layout.items, by: \.line)
        let valueColumns = self.valueColumns()
        let rule = ruledLine(lines)
        guard !valueColumns.isEmpty else { return rule ?? boldLines(lines) }
        var first: Int?
        for line in 0..<layout.lineCount {
            guard let items = lines[line] else { continue }
            let values = items.filter { $0.chunk.kind == .number && valueColumns.contains($0.columns.lowerBound) }
            guard !values.isEmpty else { continue }
            let hasLabel = items.contains { $0.chunk.kind == .text && !valueColumns.contains($0.columns.lowerBound) }
            let labels = layout.columns > valueColumns.count
            if labels, !hasLabel, line <= 3, values.count == items.count ? isAscendingHeads(values) : isYears(values) {
                continue
            }
            if line == 0, hasLabel, isYears(values) { continue }
            first = line
            break
        }
        guard var body = first else { return rule ?? 0 }
        if heads(body - 1, rowsFrom: body, in: lines) { body -= 1 }
        while begins(body - 1, rowGoingOnIn: body, in: lines, valueColumns: valueColumns) { body -= 1 }
        if let rule, rule <= body || body <= 1 && rule <= body + 2 && rule * 2 <= layout.lineCount { body = rule }
        // A form begins with rows of labels and texts: what stands above its first figures is no header.
        guard body <= settings.header.mostLines, body * 5 <= layout.lineCount * 3 || body <= 3 else { return 0 }
        return min(body, max(layout.lineCount - 1, 0))
    }

    /// Whether a line is the label of a group of rows: alone at the left, with the next row's label set in below it, or
    /// alone in the middle.
    private func heads(_ line: Int, rowsFrom body: Int, in lines: [Int: [PlacedChunk]]) -> Bool {
        guard line > 0, let items = lines[line], let label = items.first, items.count == 1,
            let next = lines[body]?.first, let above = lines[line - 1]?.count, above > 1
        else { return false }
        // In the middle of the table, below a line that names its columns.
        let middle = layout.items.map(\.box).union?.midX ?? 0
        if label.columns.lowerBound > 0, above + 1 >= layout.columns {
            return abs(label.box.midX - middle) <= settings.header.centreError * label.chunk.em
        }
        return label.columns.lowerBound == 0 && next.columns.lowerBound == 0
            && next.box.x0 > label.box.x0 + settings.rows.indent * label.chunk.em
    }

    /// Whether a line of text alone begins the row whose figures stand further down: its words run on, or more white
    /// space parts it from the header than from the next line.
    private func begins(
        _ line: Int, rowGoingOnIn body: Int, in lines: [Int: [PlacedChunk]], valueColumns: Set<Int>
    ) -> Bool {
        let holdsValues = { (item: PlacedChunk) in item.columns.contains(where: valueColumns.contains) }
        guard line > 0, let items = lines[line], let above = lines[line - 1], let below = lines[body],
            items.allSatisfy({ $0.chunk.kind == .text && !holdsValues($0) }),
            (0..<line).contains(where: { lines[$0, default: []].contains(where: holdsValues) }),
            let upper = above.map(\.box).union, let box = items.map(\.box).union, let lower = below.map(\.box).union
        else { return false }
        if box.midY - upper.midY >= settings.rows.pitchJump * (lower.midY - box.midY) { return true }
        return items.contains { item in
            below.contains {
                $0.columns == item.columns && (item.chunk.endsOpen || $0.chunk.startsLowercase)
            }
        }
    }

    /// Columns in which most chunks below the first line are figures.
    func valueColumns() -> Set<Int> {
        var counts: [Int: (values: Int, all: Int)] = [:]
        for item in layout.items where item.columns.count == 1 {
            let column = item.columns.lowerBound
            var count = counts[column] ?? (0, 0)
            count.all += 1
            if item.chunk.kind != .text { count.values += 1 }
            counts[column] = count
        }
        return Set(counts.filter { $0.value.values * 2 >= $0.value.all && $0.value.values > 0 }.keys)
    }

    private func isYears(_ items: [PlacedChunk]) -> Bool {
        items.allSatisfy { item in
            let digits = item.chunk.text.unicodeScalars.filter(\.isDigit)
            let year = Int(String(String.UnicodeScalarView(digits.prefix(4)))) ?? 0
            return digits.count >= 4 && digits.count <= 8 && settings.header.years.contains(year)
                && !item.chunk.text.contains(".") && !item.chunk.text.contains(",")
        }
    }

    private func isAscendingHeads(_ items: [PlacedChunk]) -> Bool {
        if isYears(items) { return true }
        let numbers = items.compactMap { Int($0.chunk.text.filter { $0 != "(" && $0 != ")" }) }
        return numbers.count == items.count && numbers.count >= 2
            && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    /// The first line below a rule that most of the table's width carries.
    private func ruledLine(_ lines: [Int: [PlacedChunk]]) -> Int? {
        let boxes = (0..<layout.lineCount).compactMap { lines[$0]?.map(\.box).union }
        guard boxes.count == layout.lineCount, let width = boxes.union?.width, boxes.count > 1 else { return nil }
        let stub = layout.extents().first ?? nil
        var besideStub: Int?
        for line in 1..<min(boxes.count, settings.header.mostLines + 1) {
            let between = horizontals.filter { $0.position > boxes[line - 1].midY && $0.position < boxes[line].midY }
            let covered = between.map(\.length).reduce(0, +)
            guard covered >= settings.header.ruleCoverage * width else { continue }
            // A rule that leaves out the column of labels may only underline a head over all others.
            if let stub, !between.contains(where: { $0.start < stub.upperBound }) {
                besideStub = besideStub ?? line
            } else {
                return line
            }
        }
        return besideStub
    }

    private func boldLines(_ lines: [Int: [PlacedChunk]]) -> Int {
        var count = 0
        while count < layout.lineCount, count < settings.header.mostLines, let items = lines[count],
            items.allSatisfy(\.chunk.isBold)
        {
            count += 1
        }
        return count < layout.lineCount ? count : 0
    }
}
