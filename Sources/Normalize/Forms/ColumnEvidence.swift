internal import PageModel

/// Tells what a column is by what its cells hold, where its header does not say.
///
/// A role is given only where it is vacant and one column alone fits it. Columns that were understood by their headers,
/// or put aside by a rule, are left alone.
struct ColumnEvidence {
    let dictionary: FormDictionary
    /// Rows of indicators below the header.
    let rows: [FormRow]
    /// The row of the sums, nil where the form prints none.
    let total: FormRow?

    /// A column with fewer filled cells proves nothing.
    private let leastCells = 2
    /// What part of the filled cells must hold what the role asks for.
    private let part = 0.6

    /// - Parameters:
    ///   - rows: Those behind the header, in order; what follows the block is left out.
    init(_ rows: ArraySlice<FormRow>, columns: IndicatorColumns, dictionary: FormDictionary) {
        self.dictionary = dictionary
        let reader = IndicatorReader(columns: columns, dictionary: dictionary)
        let block = rows.prefix { row in
            row.isTable && !row.filled.contains { dictionary.label($0.text) == .total }
        }
        self.rows = block.filter { reader.fits($0) && !$0.numbersColumns }
        total = rows.dropFirst(block.count).first.flatMap { $0.isTable ? $0 : nil }
    }

    /// The columns with the roles that their cells give away.
    func settled(_ columns: IndicatorColumns) -> IndicatorColumns {
        var columns = columns
        mergeBlank(into: &columns)
        addLevels(to: &columns)
        guard columns.trees.count == 1 else { return columns }
        giveByEnding(to: &columns)
        give(.target, to: &columns) { holdsValues($0) }
        give(.operatorSign, to: &columns, unless: [.nature]) { holds($0) { RowTexts.isOperator($0) } }
        let target = columns.first(.target)
        give(.unit, to: &columns) { holdsUnits($0, beside: target) }
        give(.weight, to: &columns) { addsUp($0) }
        let weight = columns.first(.weight)
        give(.score, to: &columns) { addsUp($0) && staysWithin($0, weight) }
        return columns
    }

    private func give(
        _ role: ColumnRole, to columns: inout IndicatorColumns, unless others: [ColumnRole] = [],
        where fits: (IndicatorColumns.Column) -> Bool
    ) {
        guard !([role] + others).contains(where: { columns.has($0) }) else { return }
        let fitting = open(for: role, in: columns).filter { fits(columns.columns[$0]) }
        guard fitting.count == 1 else { return }
        columns.columns[fitting[0]].role = role
        columns.columns[fitting[0]].isInferred = true
    }

    /// Places of the columns behind the indicators' names that have no role and may have this one.
    private func open(for role: ColumnRole, in columns: IndicatorColumns) -> [Int] {
        guard let name = columns.columns.firstIndex(where: { $0.role == .level3 }) else { return [] }
        return columns.columns.indices.filter {
            $0 > name && columns.columns[$0].role == nil && !columns.columns[$0].isPutAside
                && !(role == .target && dictionary.speaksOfOthers(columns.columns[$0].header))
        }
    }

    /// Roles that the ending of a header gives away, whatever stands before it; units and remarks end like many others.
    private static let rolesByEnding: [ColumnRole] = [.target, .actual, .weight, .score, .scoringRule, .varianceReason]

    /// Gives vacant roles to columns whose headers are not known and end in a known one: 全市指标值.
    private func giveByEnding(to columns: inout IndicatorColumns) {
        for role in Self.rolesByEnding {
            let told = open(for: role, in: columns).filter { index in
                let column = columns.columns[index]
                return !column.isDoubtful && dictionary.column(endingIn: column.header) == role
                    && !dictionary.speaksOfOtherTimes(column.header)
            }
            // Another column that holds targets may be the one in force: 2025年 beside 三年总目标.
            let rivals = role == .target ? open(for: role, in: columns).filter { holdsValues(columns.columns[$0]) } : []
            guard told.count == 1, rivals.isEmpty || rivals.contains(told[0]) else { continue }
            let range = columns.columns[told[0]].range
            give(role, to: &columns) { $0.range == range }
            guard let index = columns.columns.firstIndex(where: { $0.role == role && $0.isInferred }) else { continue }
            columns.columns[index].isTold = true
            // Cells that say the same leave little doubt.
            let column = columns.columns[index]
            if role == .target { columns.columns[index].isAgreed = holdsValues(column) }
        }
    }

    // MARK: What cells hold

    private func texts(_ column: IndicatorColumns.Column) -> [String] {
        rows.compactMap { $0.cell(at: column.middle) }.filter { $0.isOwn && !$0.text.isEmpty }.map(\.text)
    }

    private func holds(_ column: IndicatorColumns.Column, _ isFitting: (String) -> Bool) -> Bool {
        let texts = texts(column)
        return texts.count >= leastCells && Double(texts.count(where: isFitting)) >= part * Double(texts.count)
    }

    /// Values with a comparator or a unit, ranges and dates; a column of bare figures may be anything.
    private func holdsValues(_ column: IndicatorColumns.Column) -> Bool {
        holds(column) { text in
            let value = ValueGrammar.parse(text)
            switch value.kind {
            case .quantity: return value.comparator != nil || value.unit != nil
            case .range, .date: return true
            case .qualitative: return false
            }
        }
    }

    /// Short words beside targets that are bare figures.
    private func holdsUnits(_ column: IndicatorColumns.Column, beside target: IndicatorColumns.Column?) -> Bool {
        guard let target else { return false }
        let beside = rows.filter { row in
            row.cell(at: target.middle).map {
                $0.text.allSatisfy { $0.isNumber || ".,".contains($0) } && !$0.text.isEmpty
            }
                ?? false
        }
        let units = beside.compactMap { $0.cell(at: column.middle)?.text }.filter { !$0.isEmpty }
        return units.count >= leastCells
            && units.allSatisfy {
                !$0.contains(where: \.isNumber) && ValueGrammar.parse("1" + $0).unit != nil
            }
    }

    /// Figures whose sum the row of the sums prints.
    private func addsUp(_ column: IndicatorColumns.Column) -> Bool {
        guard let total = total?.cell(at: column.middle).flatMap({ ValueGrammar.number($0.text) }), total != .zero
        else {
            return false
        }
        let figures = texts(column).map { ValueGrammar.number($0) }
        guard figures.count >= leastCells, !figures.contains(nil) else { return false }
        return figures.compactMap { $0 }.reduce(.zero, +) == total
    }

    private func staysWithin(_ column: IndicatorColumns.Column, _ limit: IndicatorColumns.Column?) -> Bool {
        guard let limit else { return false }
        return rows.allSatisfy { row in
            guard let figure = row.cell(at: column.middle).flatMap({ ValueGrammar.number($0.text) }),
                let most = row.cell(at: limit.middle).flatMap({ ValueGrammar.number($0.text) })
            else { return true }
            return !(most < figure)
        }
    }

    // MARK: Columns without a header

    /// Without lines a text that is set to the left of its header may have come out as a column of its own: it is the
    /// next one's where no row has text in both.
    private func mergeBlank(into columns: inout IndicatorColumns) {
        guard rows.contains(where: \.isAligned) else { return }
        for index in columns.columns.indices.dropLast().reversed() where columns.columns[index].header.isEmpty {
            let (blank, next) = (columns.columns[index], columns.columns[index + 1])
            let isOne = rows.allSatisfy { row in
                [blank, next].contains { row.cell(at: $0.middle)?.text.isEmpty ?? true }
            }
            guard isOne, !next.header.isEmpty,
                rows.contains(where: { !($0.cell(at: blank.middle)?.text.isEmpty ?? true) })
            else { continue }
            columns.columns[index + 1].further = blank.range
            columns.columns.remove(at: index)
        }
    }

    // MARK: Levels

    /// Takes columns left of the indicators' names for levels whose cells hold known labels of one.
    private func addLevels(to columns: inout IndicatorColumns) {
        for (role, code) in [(ColumnRole.level2, dictionary.level2Code), (.level1, dictionary.level1Code)] {
            guard !columns.has(role), !(role == .level2 && columns.has(.level1) && columns.columns[0].role == .level1),
                let index = columns.outer.lastIndex(where: { column in
                    holds(column) { code(LevelLabel($0).text) != nil }
                })
            else { continue }
            var column = columns.outer.remove(at: index)
            column.role = role
            column.isInferred = true
            columns.columns.insert(column, at: 0)
        }
    }
}
