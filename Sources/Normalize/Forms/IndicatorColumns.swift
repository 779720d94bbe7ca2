internal import PageModel

/// The columns of an indicator table, as its header rows announce them.
struct IndicatorColumns {
    struct Column {
        /// Nil for a column that the dictionary does not know: it goes to `extra` under its header.
        var role: ColumnRole?
        var header: String
        var range: ClosedRange<Double>
        /// An unknown header read from a picture that looks like what is left of a known one.
        var isDoubtful = false

        var middle: Double { (range.lowerBound + range.upperBound) / 2 }
    }

    /// Left to right, from the first level column on.
    var columns: [Column]
    /// Columns of head labels to the left of the levels: a table whose rows are several projects.
    var headColumns: [Column]
    /// How many rows the header takes.
    var rowCount: Int

    /// Reads a header that begins at `rows[start]`; nil when that row is none.
    ///
    /// A header names a level and a value of it; a second row below belongs to it when the level cells reach over it or
    /// when it only names further columns.
    init?(rows: ArraySlice<FormRow>, dictionary: FormDictionary) {
        guard let first = rows.first, first.isTable else { return nil }
        if let below = IndicatorColumns.header(under: first, rows: rows.dropFirst(), dictionary: dictionary) {
            self = below
            return
        }
        let roles = first.cells.map { dictionary.column($0.text) }
        let levelCells = zip(first.cells, roles).filter { $0.0.isOwn && ($0.1?.isLevel ?? false) }.map(\.0)
        let otherRoles = Set(roles.compactMap { $0 }).filter { !$0.isLevel }
        guard !levelCells.isEmpty, levelCells.count + otherRoles.count >= 3 else { return nil }

        var headerRows = [first]
        for row in rows.dropFirst() {
            guard row.origin == first.origin, row.page == first.page else { break }
            let reaching = levelCells.filter { cell in row.cells.contains { $0.id == cell.id && !$0.isOwn } }
            let isHeader = !reaching.isEmpty || IndicatorColumns.onlyNamesColumns(row, dictionary: dictionary)
            guard isHeader, headerRows.count < 4 else { break }
            headerRows.append(row)
        }
        rowCount = headerRows.count
        columns = IndicatorColumns.leaves(of: headerRows, from: levelCells[0].box.x0, dictionary: dictionary)
        headColumns = IndicatorColumns.headLabels(
            of: headerRows[0], before: levelCells[0].box.x0, dictionary: dictionary)
        settleLevels()
        settleNames()
        settleWeights()
        settleRanks(dictionary: dictionary)
        guard columns.contains(where: { $0.role == .level3 }) else { return nil }
    }

    /// The header whose first row only groups columns: "绩效指标" over the levels beside columns that reach down.
    private static func header(
        under parent: FormRow, rows: ArraySlice<FormRow>, dictionary: FormDictionary
    ) -> IndicatorColumns? {
        guard let next = rows.first, next.origin == parent.origin, next.page == parent.page else { return nil }
        let filled = parent.filled
        guard filled.count >= 2,
            filled.allSatisfy({ dictionary.column($0.text) != nil || dictionary.isCaption($0.text) })
        else { return nil }
        guard !filled.contains(where: { dictionary.column($0.text)?.isLevel ?? false }) else { return nil }
        guard next.cells.contains(where: { cell in !cell.isOwn && filled.contains { $0.id == cell.id } }) else {
            return nil
        }
        guard var below = IndicatorColumns(rows: rows, dictionary: dictionary) else { return nil }
        below.rowCount += 1
        return below
    }

    /// A row under the header whose filled cells are all column names, and none of them a level's.
    private static func onlyNamesColumns(_ row: FormRow, dictionary: FormDictionary) -> Bool {
        let filled = row.filled
        guard !filled.isEmpty else { return false }
        return filled.allSatisfy { cell in
            guard let role = dictionary.column(cell.text) else { return false }
            return !role.isLevel
        }
    }

    /// The lowest header cell over each column; a parent's word helps where the lowest alone is not known.
    private static func leaves(
        of rows: [FormRow], from left: Double, dictionary: FormDictionary
    ) -> [Column] {
        var columns: [Column] = []
        let last = rows[rows.count - 1]
        for cell in last.cells where cell.box.x0 >= left - 1 {
            let above = rows.dropLast().compactMap { row in row.cell(at: cell.box.midX) }.last { $0.id != cell.id }
            // A blank cell below a header is that header's own column, only drawn as two cells.
            let leaf = cell.text.isEmpty ? above ?? cell : cell
            var header = leaf.text
            var role = dictionary.column(header)
            if role == nil, let above, above.id != leaf.id {
                role = dictionary.column(above.text + header)
                if header.isEmpty { header = above.text }
            }
            if header.isEmpty { continue }
            let isDoubtful =
                role == nil && last.textSource == .ocr
                && HeaderDoubt(dictionary: dictionary).isDoubtful(header, confidence: leaf.confidence)
            columns.append(
                Column(role: role, header: header, range: cell.box.x0...cell.box.x1, isDoubtful: isDoubtful))
        }
        return columns
    }

    /// The labels of projects that stand as rows; none where no column names the project.
    private static func headLabels(of row: FormRow, before left: Double, dictionary: FormDictionary) -> [Column] {
        let cells = row.cells.filter { $0.box.x1 <= left + 1 && !$0.text.isEmpty }
        guard cells.contains(where: { dictionary.label($0.text) == .projectName }) else { return [] }
        return cells.map { Column(role: nil, header: $0.text, range: $0.box.x0...$0.box.x1) }
    }

    /// Gives every table a column that holds the indicator's name: the deepest level there is.
    private mutating func settleLevels() {
        if columns.contains(where: { $0.role == .level3 }) { return }
        if let deepest = columns.lastIndex(where: { $0.role == .level2 }) {
            columns[deepest].role = .level3
        } else if let only = columns.lastIndex(where: { $0.role == .level1 }) {
            columns[only].role = .level3
        }
    }

    /// A second name column under another word (指标内容 behind 三级指标) explains the first: it is no level tree of its own,
    /// unless it has levels of its own.
    private mutating func settleNames() {
        let names = columns.indices.filter { columns[$0].role == .level3 }
        for (first, second) in zip(names, names.dropFirst()) {
            let hasLevels = columns[first + 1..<second].contains { $0.role?.isLevel ?? false }
            guard !hasLevels, labelKey(columns[first].header) != labelKey(columns[second].header) else { continue }
            columns[second].role = nil
        }
    }

    /// A weight between two levels is that of the level at its left, not the indicator's.
    private mutating func settleWeights() {
        for index in columns.indices.dropFirst() where columns[index].role == .weight {
            guard let level = columns[..<index].last, level.role == .level1 || level.role == .level2,
                columns[(index + 1)...].contains(where: { $0.role?.isLevel ?? false })
            else { continue }
            columns[index].role = nil
            columns[index].header = level.header + columns[index].header
        }
    }

    /// Leaves one column for the target and for what was reached in each tree: that whose header says that its value is
    /// the one in force. The others keep their cells under their headers.
    private mutating func settleRanks(dictionary: FormDictionary) {
        let starts = columns.indices.filter { columns[$0].role == .level3 } + [columns.count]
        for (start, end) in zip(starts, starts.dropFirst()) {
            for role in [ColumnRole.target, .actual] {
                let rivals = (start..<end).filter { columns[$0].role == role }
                let ranks = rivals.map { dictionary.rank(columns[$0].header) }
                guard rivals.count > 1, let highest = ranks.max(), let first = ranks.firstIndex(of: highest) else {
                    continue
                }
                for index in rivals where index != rivals[first] { columns[index].role = nil }
            }
        }
    }

    /// Parts the level column whose header stands over two cells of a row: the right one is the level below.
    mutating func splitLevel(under row: FormRow) {
        guard !has(.level2), let index = columns.firstIndex(where: { $0.role == .level1 }) else { return }
        let range = columns[index].range
        let cells = row.cells.filter { $0.box.x0 >= range.lowerBound - 1 && $0.box.x1 <= range.upperBound + 1 }
        guard cells.count == 2, cells[0].box.x1 <= cells[1].box.x0 + 1 else { return }
        columns[index].range = cells[0].box.x0...cells[0].box.x1
        var below = columns[index]
        below.role = .level2
        below.range = cells[1].box.x0...cells[1].box.x1
        columns.insert(below, at: index + 1)
    }

    /// Whether a cell holds text that no column takes: below a header that is blank, or a label of a level in front of
    /// the first column.
    func misses(_ cell: FormCell, dictionary: FormDictionary) -> Bool {
        guard !cell.text.isEmpty, let first = columns.first,
            !columns.contains(where: { cell.box.x0 <= $0.middle && $0.middle < cell.box.x1 })
        else { return false }
        // The label of a level counts for all the rows that it reaches over.
        if dictionary.level1Code(cell.text) != nil || dictionary.level2Code(cell.text) != nil { return true }
        return cell.box.x0 >= first.range.lowerBound - 1 && cell.isOwn
    }

    func first(_ role: ColumnRole) -> Column? { columns.first { $0.role == role } }

    func has(_ role: ColumnRole) -> Bool { columns.contains { $0.role == role } }

    /// The same names in the same order, however their brackets are printed: a header that is only repeated on a
    /// further page.
    func repeats(_ other: IndicatorColumns) -> Bool {
        columns.map { labelKey($0.header) } == other.columns.map { labelKey($0.header) }
    }

    /// Level trees that stand side by side (实施期 and 年度), each with the columns from its name on; the common
    /// level column to the left belongs to all of them.
    var trees: [[Column]] {
        let names = columns.indices.filter { columns[$0].role == .level3 }
        guard names.count > 1 else { return [columns] }
        var starts: [Int] = []
        for name in names {
            var start = name
            while start > 0, columns[start - 1].role == .level2 || columns[start - 1].role == .level1 { start -= 1 }
            starts.append(start)
        }
        let sharesLevel1 = columns[starts[1]].role != .level1
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : columns.count
            let own = Array(columns[starts[index]..<end])
            guard index > 0, sharesLevel1, let level1 = columns.first(where: { $0.role == .level1 }) else { return own }
            return [level1] + own
        }
    }
}
