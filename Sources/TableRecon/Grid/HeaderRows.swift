internal import PageModel

extension TableGrid {
    /// The number of rows that name the columns.
    ///
    /// The last header row is one in the first few rows that names nearly all columns without a figure (years and
    /// column numbers count as names) while figures follow below, or one in bold type over plain rows. Rows above it
    /// belong to the header too. A form whose first rows are labels with their values has none.
    func countedHeaderRows(settings: TableSettings) -> Int {
        guard rows > 1 else { return 0 }
        // What follows a header stands in the rows right below it; reading them all costs more than the table.
        let readRows = min(rows, settings.header.mostRows + settings.header.readRows)
        var byRow = [[Entry]](repeating: [], count: rows)
        for (cell, content) in zip(cells, fragments) where !content.isEmpty && cell.rows.lowerBound < readRows {
            byRow[cell.rows.lowerBound].append(Entry(cell: cell, fragments: content, years: settings.header.years))
        }
        let limit = min(settings.header.mostRows, rows - 1)
        var last: Int?
        var numbered = 0
        for row in 0..<limit {
            let entries = byRow[row]
            let covered = Set(entries.flatMap { Array($0.cell.columns) }).count
            let named = Set(entries.map(\.cell.columns.lowerBound)).count
            let figures = entries.filter { $0.kind == .number && !$0.isYear }.count
            let blanks = entries.filter { $0.kind == .placeholder && $0.cell.columns.lowerBound > 0 }.count
            guard !entries.isEmpty else { break }
            if let last, row == last + 1, entries.areColumnNumbers {
                numbered = 1
                break
            }
            guard figures == 0, blanks == 0 else { break }
            let next = byRow[(row + 1)...].filter { !$0.isEmpty }
            let figuresFollow = next.prefix(3).contains { entries in
                entries.contains { $0.kind == .number && !$0.isYear && $0.cell.columns.lowerBound > 0 }
            }
            // The columns of row labels may have no name.
            let unnamed = entries.map(\.cell.columns.lowerBound).min() ?? 0
            let namesColumns =
                covered + max(1, unnamed) >= columns && unnamed * 2 <= columns && named * 4 >= 3 * (columns - unnamed)
            guard namesColumns || completesNames(in: row, starting: entries.count) else { continue }
            if figuresFollow || entries.allSatisfy(\.isBold) && !(next.first ?? []).allSatisfy(\.isBold) { last = row }
        }
        guard let last else { return 0 }
        // One label under another in the first column, with more beside the upper one: rows of a form, no header. A label
        // over several columns may head them.
        let stub = (0...last).flatMap { row in
            byRow[row].filter { $0.cell.columns.lowerBound == 0 && $0.kind == .text }
        }
        let isForm = zip(stub, stub.dropFirst()).contains { upper, lower in
            upper.cell.columns.count <= lower.cell.columns.count && byRow[upper.cell.rows.lowerBound].count > 1
        }
        if isForm { return 0 }
        let heads = byRow[0...last].flatMap { $0 }.filter { $0.cell.columns.lowerBound > 0 }
        return min(max(last + 1, heads.map(\.cell.rows.upperBound).max() ?? 0) + numbered, limit)
    }

    /// Whether heads that end in this row name nearly all columns, with heads joined over the rows above: 合计 beside
    /// 类, 款 and 项 under 科目编码.
    private func completesNames(in row: Int, starting: Int) -> Bool {
        let here = zip(cells, fragments).filter { $0.0.rows.contains(row) && !$0.1.isEmpty }.map(\.0)
        let covered = here.reduce(0) { $0 + $1.columns.count }
        return row > 0 && starting >= 2 && here.count > starting && covered == columns
            && here.allSatisfy { $0.rows.upperBound == row + 1 } && here.count * 4 >= columns * 3
    }

    fileprivate struct Entry {
        var cell: GridCell
        var kind: TextKind
        /// A figure that names a column: a year, a range of years or ages, the number of a column.
        var isYear = false
        private var fragments: [TextFragment]
        /// The whole number that it is; nil for anything else.
        var wholeNumber: Int? {
            Int(String(joining: fragments.flatMap { $0.glyphs.map(\.scalar) }.filter { $0 != " " }))
        }

        var isBold: Bool { fragments.allSatisfy { $0.style.isBold } }

        init(cell: GridCell, fragments: [TextFragment], years: ClosedRange<Int>) {
            self.cell = cell
            self.fragments = fragments
            var scalars: [Unicode.Scalar] = []
            for fragment in fragments { for glyph in fragment.glyphs { scalars.append(glyph.scalar) } }
            kind = TextKind(scalars)
            guard kind == .number else { return }
            let digits = scalars.filter(\.isDigit)
            let year = digits.count == 4 ? Int(String(joining: digits)) ?? 0 : 0
            let isColumnNumber = digits.count == 1 && scalars.contains("(")
            // An age group or a range of years is no figure of the body.
            let parts = scalars.split { "-–—~".unicodeScalars.contains($0) }
            let isRange = parts.count == 2 && parts.allSatisfy { $0.allSatisfy { $0.properties.numericType != nil } }
            isYear = (years.contains(year) && scalars.count <= 9) || isColumnNumber || isRange
        }
    }
}

extension [TableGrid.Entry] {
    /// 1, 2, 3 …, with or without a name for them in front: the numbers of the columns.
    fileprivate var areColumnNumbers: Bool {
        let numbers = (first?.kind == .text ? dropFirst() : self[...]).map(\.wholeNumber)
        return numbers.count >= 2 && numbers.first == 1
            && zip(numbers, numbers.dropFirst()).allSatisfy { $0.map { $0 + 1 } == $1 }
    }
}
