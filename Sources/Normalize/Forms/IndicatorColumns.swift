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
        /// How far the header says that the value is the one in force (`FormDictionary.rank`).
        var rank = 0
        /// The role was told by what the cells hold.
        var isInferred = false
        /// A rule decided that the column has no role: it is not to be given one.
        var isPutAside = false
        /// The level above stands in the cells too: "数量指标—培训人次".
        var holdsLevelAbove = false
        /// The role was inferred from the ending of the header.
        var isTold = false
        /// Both the ending of the header and what the cells hold say so.
        var isAgreed = false
        /// Another column has the same claim to the role.
        var isTied = false
        /// The first level that stands over the column as a heading: 产出指标 over 三级指标 and 指标值.
        var group: LevelLabel?
        /// A place left of the column where its texts may stand instead.
        var further: ClosedRange<Double>?
        /// Where a label of the head that names the column stands; nil for other columns.
        var evidence: FieldEvidence?
        /// The power of ten of money under the column, where a heading over it says so.
        var moneyPower: Int?

        var middle: Double { (range.lowerBound + range.upperBound) / 2 }

        /// The column's cell of a row.
        func cell(of row: FormRow) -> FormCell? {
            let cell = row.cell(at: middle)
            guard let further, cell?.text.isEmpty ?? true else { return cell }
            return row.cell(at: (further.lowerBound + further.upperBound) / 2) ?? cell
        }
    }

    /// Left to right, from the first level column on.
    var columns: [Column]
    /// Columns left of the levels that no header word explains.
    var outer: [Column] = []
    /// Columns of head labels to the left of the levels: a table whose rows are several projects.
    var headColumns: [Column]
    /// How many rows the header takes.
    var rowCount: Int

    /// Reads a header that begins with the first of the rows; nil when that row begins none.
    init?(rows: ArraySlice<FormRow>, dictionary: FormDictionary) {
        guard let header = IndicatorHeader(rows: rows, dictionary: dictionary) else { return nil }
        rowCount = header.rows.count
        columns = header.leaves
        headColumns = header.headLabels
        outer = header.headLabels.isEmpty ? header.outer : []
        settleKinds(dictionary: dictionary)
        settleLevels(dictionary: dictionary)
        settleNames()
        settleWeights()
        settleRanks()
        guard columns.contains(where: { $0.role == .level3 }) else { return nil }
    }

    /// The second of two columns of kinds (指标类别 | 指标分类) is the second level; a column of two levels in one cell
    /// is that of the lower one.
    private mutating func settleKinds(dictionary: FormDictionary) {
        let kinds = columns.indices.filter { columns[$0].role == .level1 }
        if kinds.count == 2, kinds[1] == kinds[0] + 1, !has(.level2) { columns[kinds[1]].role = .level2 }
        for index in columns.indices {
            let levels = dictionary.levels(in: columns[index].header)
            guard levels.count == 2, levels[1] == .level3 else { continue }
            columns[index].role = .level3
            columns[index].holdsLevelAbove = true
        }
    }

    /// Gives every table a column that holds the indicator's name: one behind the levels that is headed 绩效指标 or the
    /// like, else the deepest level there is.
    private mutating func settleLevels(dictionary: FormDictionary) {
        if columns.contains(where: { $0.role == .level3 }) { return }
        guard
            let deepest = columns.lastIndex(where: { $0.role == .level2 })
                ?? columns.lastIndex(where: { $0.role == .level1 })
        else {
            // Without levels the names stand first, under the caption 绩效指标.
            if columns.first?.role == nil, !columns.isEmpty { columns[0].role = .level3 }
            return
        }
        let next = deepest + 1
        if next < columns.count, columns[next].role == nil, dictionary.isIndicatorCaption(columns[next].header) {
            columns[next].role = .level3
        } else {
            columns[deepest].role = .level3
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
            columns[second].isPutAside = true
        }
    }

    /// A weight between two levels is that of the level at its left, not the indicator's.
    private mutating func settleWeights() {
        for index in columns.indices.dropFirst() where columns[index].role == .weight {
            guard let level = columns[..<index].last, level.role == .level1 || level.role == .level2,
                columns[(index + 1)...].contains(where: { $0.role?.isLevel ?? false })
            else { continue }
            columns[index].role = nil
            columns[index].isPutAside = true
            columns[index].header = level.header + columns[index].header
        }
    }

    /// Leaves one column for the target, for what was reached and for the score in each tree: that whose header says that
    /// its value is the one in force. The others keep their cells under their headers.
    private mutating func settleRanks() {
        let starts = columns.indices.filter { columns[$0].role == .level3 } + [columns.count]
        for (start, end) in zip(starts, starts.dropFirst()) {
            for role in [ColumnRole.target, .actual, .score] {
                let rivals = (start..<end).filter { columns[$0].role == role }
                let ranks = rivals.map { columns[$0].rank }
                guard rivals.count > 1, let highest = ranks.max(), let first = ranks.firstIndex(of: highest) else {
                    continue
                }
                columns[rivals[first]].isTied = ranks.count { $0 == highest } > 1
                for index in rivals where index != rivals[first] {
                    columns[index].role = nil
                    columns[index].isPutAside = true
                }
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
