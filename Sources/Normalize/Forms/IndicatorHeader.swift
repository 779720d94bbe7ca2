internal import PageModel

/// The header rows of an indicator table: those that name its levels and values, with the headings over them.
struct IndicatorHeader {
    typealias Column = IndicatorColumns.Column

    let rows: [FormRow]
    /// From the first level on, left to right.
    let leaves: [Column]
    /// Columns left of the levels, left to right.
    let outer: [Column]
    /// The labels of projects that stand as rows, left of the levels; empty where none names the project.
    let headLabels: [Column]

    /// No header has more rows.
    private static let mostRows = 4

    /// Reads the header that begins with the first of the rows; nil when that row begins none.
    ///
    /// A header names a level and a value of it; a row below belongs to it when the level cells reach over it or when it
    /// only names further columns. Rows above belong to it when they only group its columns.
    init?(rows: ArraySlice<FormRow>, dictionary: FormDictionary) {
        guard let first = rows.first, first.isTable else { return nil }
        let block = rows.prefix(Self.mostRows).prefix { $0.origin == first.origin && $0.page == first.page }
        guard let (start, depth) = Self.levelRow(in: block, dictionary: dictionary) else { return nil }
        let found = Array(block.prefix(start + depth))
        let levels = Self.levelCells(of: found[start], dictionary: dictionary)
        let left = levels[0].box.x0
        self.rows = found
        leaves = Self.leaves(of: found, from: left, dictionary: dictionary)
        outer = found[found.count - 1].cells.filter {
            $0.box.x1 <= left + 1 && !$0.text.isEmpty && !dictionary.isCaption($0.text)
                && $0.box.y1 <= found[found.count - 1].box.y1 + 1
        }.map {
            Column(role: nil, header: $0.text, range: $0.box.x0...$0.box.x1)
        }
        headLabels = Self.headLabels(of: found, before: left, dictionary: dictionary)
    }

    // MARK: Which rows

    /// The place of the row that names the levels, and how many rows the header has from there on.
    private static func levelRow(
        in rows: ArraySlice<FormRow>, dictionary: FormDictionary
    ) -> (start: Int, depth: Int)? {
        let rows = Array(rows)
        for start in rows.indices {
            guard namesLevels(rows[start], dictionary: dictionary) else {
                if start + 1 < rows.count, groups(rows[...start], over: rows[start + 1], dictionary: dictionary) {
                    continue
                }
                return nil
            }
            let levels = levelCells(of: rows[start], dictionary: dictionary)
            var depth = 1
            for row in rows[(start + 1)...] {
                let isReached = levels.contains { cell in row.cells.contains { $0.id == cell.id && !$0.isOwn } }
                guard isReached || onlyNamesColumns(row, dictionary: dictionary) else { break }
                depth += 1
            }
            // Headings that reach down end with the header: others are labels of what stands beside them.
            let end = rows[start + depth - 1].box.y1 + 1
            let headings = rows[..<start].flatMap(\.filled)
            guard headings.allSatisfy({ $0.box.y1 <= end }) else { return nil }
            return (start, depth)
        }
        return nil
    }

    private static func levelCells(of row: FormRow, dictionary: FormDictionary) -> [FormCell] {
        levelCells(of: row, roles: row.cells.map { dictionary.column($0.text) }, dictionary: dictionary)
    }

    /// - Parameter roles: What the dictionary says of each cell of the row.
    private static func levelCells(of row: FormRow, roles: [ColumnRole?], dictionary: FormDictionary) -> [FormCell] {
        let levels = zip(row.cells, roles).filter { cell, role in
            cell.isOwn && (role?.isLevel ?? !dictionary.levels(in: cell.text).isEmpty)
        }.map(\.0)
        return levels.isEmpty ? nameUnderCaption(in: row, roles: roles, dictionary: dictionary) : levels
    }

    /// The column of names of a form without level columns, headed by the caption 绩效指标 itself; none where the row does
    /// not name values and points as well.
    private static func nameUnderCaption(
        in row: FormRow, roles: [ColumnRole?], dictionary: FormDictionary
    ) -> [FormCell] {
        guard let first = row.cells.first(where: { $0.isOwn && !$0.text.isEmpty }),
            dictionary.isIndicatorCaption(first.text),
            first.box.y1 <= row.box.y1 + 1
        else { return [] }
        let roles = Set(roles.compactMap { $0 })
        return roles.contains(.target) && roles.count >= 3 ? [first] : []
    }

    private static func namesLevels(_ row: FormRow, dictionary: FormDictionary) -> Bool {
        // A level, and two more cells that name columns.
        guard row.cells.count >= 3 else { return false }
        let roles = row.cells.map { dictionary.column($0.text) }
        let levels = levelCells(of: row, roles: roles, dictionary: dictionary)
        guard !levels.isEmpty else { return false }
        let others = Set(roles.compactMap { $0 }).filter { !$0.isLevel }
        if levels.count == 1, row.filled.count >= 3, dictionary.column(levels[0].text) == .level3,
            others.contains(.target)
        {
            return true
        }
        return levels.count + others.count >= 3
    }

    /// Whether rows only group the columns that the row below names: their cells are known words, or first levels, or
    /// the row below is one that they reach into and that names levels itself.
    private static func groups(_ above: ArraySlice<FormRow>, over next: FormRow, dictionary: FormDictionary) -> Bool {
        guard let row = above.last, row.filled.count >= 2 else { return false }
        let filled = row.filled
        let roles = filled.map { dictionary.column($0.text) }
        guard !roles.contains(where: { $0?.isLevel ?? false }) else { return false }
        let isKnown = zip(filled, roles).allSatisfy { cell, role in
            role != nil || dictionary.isCaption(cell.text) || names(level: cell, dictionary) != nil
        }
        let reaches = next.cells.contains { cell in
            !cell.isOwn && above.contains { $0.cells.contains { $0.id == cell.id } }
        }
        if isKnown { return reaches || filled.contains { names(level: $0, dictionary) != nil } }
        return reaches && filled.allSatisfy { ValueGrammar.amount($0.text) == nil }
    }

    private static func names(level cell: FormCell, _ dictionary: FormDictionary) -> LevelLabel? {
        var label = LevelLabel(cell.text)
        label.evidence = cell.evidence
        return dictionary.level1Code(label.text) != nil ? label : nil
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

    // MARK: Its columns

    /// The lowest header cell over each column; a parent's word helps where the lowest alone is not known.
    private static func leaves(
        of rows: [FormRow], from left: Double, dictionary: FormDictionary
    ) -> [Column] {
        var columns: [Column] = []
        let last = rows[rows.count - 1]
        for cell in last.cells where cell.box.x0 >= left - 1 {
            let parents = rows.dropLast().compactMap { row in row.cell(at: cell.box.midX) }.filter { $0.id != cell.id }
            let above = parents.last
            // A blank cell below a header is that header's own column, only drawn as two cells.
            let leaf = cell.text.isEmpty ? above ?? cell : cell
            var header = leaf.text
            var role = dictionary.column(header)
            var rank = dictionary.rank(header)
            if role == nil, let above, above.id != leaf.id {
                // 自评 under 得分 is 自评得分.
                for whole in [above.text + header, header + above.text] where role == nil {
                    role = dictionary.column(whole)
                    rank = dictionary.rank(whole)
                }
                if header.isEmpty { header = above.text }
            }
            // In a picture a blank header may be one that was not read: what stands below it is doubted (`misses`).
            if header.isEmpty, last.textSource == .ocr { continue }
            // Two parts of a value under one heading: 数值 and 单位 under 完成情况.
            if let above, above.id != leaf.id, let parent = dictionary.column(above.text) {
                if role == nil, parent == .target || parent == .actual, !dictionary.speaksOfOthers(header) {
                    role = parent
                }
                if role == .unit, parent == .actual { role = .actualUnit }
            }
            let isDoubtful =
                role == nil && last.textSource == .ocr && !header.isEmpty
                && HeaderDoubt(dictionary: dictionary).isDoubtful(header, confidence: leaf.confidence)
            var column = Column(
                role: role, header: header, range: cell.box.x0...cell.box.x1, isDoubtful: isDoubtful)
            column.rank = rank
            column.group = parents.lazy.compactMap { names(level: $0, dictionary) }.first
            columns.append(column)
        }
        return columns
    }

    /// The columns left of the levels where one of them names the project: "项目名称", "项目单位（项目名称）".
    private static func headLabels(of rows: [FormRow], before left: Double, dictionary: FormDictionary) -> [Column] {
        let last = rows[rows.count - 1]
        let cells = last.cells.filter { $0.box.x1 <= left + 1 && !$0.text.isEmpty }
        guard cells.contains(where: { dictionary.labels(in: $0.text).contains(.projectName) }) else { return [] }
        return cells.map { cell in
            var column = Column(role: nil, header: cell.text, range: cell.box.x0...cell.box.x1)
            column.evidence = cell.evidence
            column.moneyPower =
                rows.compactMap { $0.cell(at: cell.box.midX) }
                .compactMap { MoneyUnit.power(in: $0.text) }.last
            return column
        }
    }
}
