internal import PageModel

/// Reads the funding block: lines of sources by columns of amounts, the two turned round, or a label and its amount in
/// one cell.
struct FundsReader {
    private let dictionary: FormDictionary
    private let pairs: FundPairs
    private(set) var lines: [FundLine] = []
    /// Labels of the form's head that stand in a row of the block, and amounts that no field of a line is for, with
    /// their values.
    private(set) var others: [(label: String, value: PlacedText)] = []
    private var columns: [Column] = []
    /// Sources that stand in a header row, with the line that each one fills.
    private var sources: [Source] = []
    private var scale: MoneyScale
    private var blocks = FundBlocks()
    /// What was taken for granted, a sentence each.
    private(set) var guesses: [String] = []
    /// Where the label of the last line stands.
    private var lastLabel: (page: Int, box: Rect)?
    private var page = 0
    /// Labels whose left ends are no further apart stand in one column; points.
    private let sameColumn = 12.0
    /// In characters.
    private let longestSource = 12

    private struct Column {
        /// Nil for a header that is not understood.
        var role: FundRole?
        var header: String
        var range: ClosedRange<Double>
        var power: Int?
    }

    private struct Source {
        var line: Int
        var range: ClosedRange<Double>
    }

    /// - Parameter power: The power of ten of bare figures that a line over the form announces, nil where there is none.
    init(dictionary: FormDictionary, power: Int?) {
        self.dictionary = dictionary
        pairs = FundPairs(dictionary: dictionary)
        scale = MoneyScale(ofForm: power)
    }

    /// Places where the form gives two units of money for the same amounts.
    var unitConflicts: [UnitConflict] { scale.conflicts }

    // MARK: Which rows are the block's

    /// Whether the row belongs to a funding block: under the block's caption, naming its columns, or naming a source.
    func fits(_ row: FormRow) -> Bool {
        let filled = row.filled
        guard !filled.isEmpty else { return false }
        if row.cells.contains(where: { dictionary.isFundCaption($0.text) }) {
            // A caption is also a header word; the row of a caption alone with a paragraph is one of the block too.
            return true
        }
        if isHeader(filled) { return true }
        if filled.dropLast().contains(where: { MoneyUnit.bracketed(in: $0.text) != nil }),
            filled.dropFirst().contains(where: { ValueGrammar.amount($0.text) != nil })
        {
            return true
        }
        if !sources.isEmpty, filled.allSatisfy(isAmount) { return true }
        if isUnderCaption(row), filled.contains(where: { pairs.anyPair(in: $0.text) != nil }) { return true }
        guard let first = filled.first else { return false }
        if followsLine(row) || pairsSources(filled) || isLineWithoutLabel(row) { return true }
        if !columns.isEmpty, lines.isEmpty, dictionary.label(first.text) == nil, !isAmount(first),
            filled.contains(where: { cell in isAmount(cell) && columns.contains { $0.range.contains(cell.box.midX) } })
        {
            return true
        }
        if !columns.isEmpty || !sources.isEmpty, !lines.isEmpty || !sources.isEmpty {
            if dictionary.label(first.text) != nil, dictionary.fundItem(first.text) == nil { return false }
            if dictionary.fundItem(first.text) != nil || namesAmountRow(first.text) { return true }
        }
        if filled.contains(where: { pairs.pair(in: $0.text)?.amount != nil || !pairs.sentenceParts($0.text).isEmpty }) {
            return true
        }
        // A word such as 市级 behind a label of the head is a value of that label.
        return filled.contains { isSource($0.text) }
            && (filled.contains(where: isAmount) || !filled.contains { dictionary.label($0.text) != nil })
    }

    /// Whether a label with its amounts stands right below the last line's, in the same columns.
    private func followsLine(_ row: FormRow) -> Bool {
        guard let last = lastLabel, row.page == last.page, let label = row.filled.first, !isAmount(label),
            dictionary.label(label.text) == nil, abs(label.box.x0 - last.box.x0) < sameColumn,
            label.box.y0 - last.box.y1 < label.box.height
        else { return false }
        let amounts = row.filled.dropFirst().filter(isAmount)
        return columns.isEmpty
            // In a head without columns any label with a number could follow: the words must speak of money.
            ? arePairs(row.filled) && (dictionary.looksLikeSource(label.text) || isUnderCaption(row))
            : amounts.contains { cell in columns.contains { $0.range.contains(cell.box.midX) } }
    }

    /// Labels with an amount behind each: 专项债券资金 | 50,000 | 市场化融资 | 10,000.
    private func arePairs(_ cells: [FormCell]) -> Bool {
        cells.count % 2 == 0
            && cells.indices.allSatisfy { index in
                index % 2 == 1
                    ? isAmount(cells[index]) : !isAmount(cells[index]) && dictionary.label(cells[index].text) == nil
            }
    }

    /// Whether the row begins with a source in the form's own words and its amount.
    private func pairsSources(_ cells: [FormCell]) -> Bool {
        cells.count >= 2 && dictionary.looksLikeSource(cells[0].text) && arePairs(Array(cells.prefix(2)))
    }

    /// Whether a row holds nothing but the figures of columns of money: the block has one line and no label for it.
    private func isLineWithoutLabel(_ row: FormRow) -> Bool {
        row.filled.contains { cell in
            isAmount(cell) && columns.contains { $0.role?.isMoney ?? false && $0.range.contains(cell.box.midX) }
        }
            && row.filled.allSatisfy { ValueGrammar.number($0.text) != nil || isAmount($0) }
            && caption(beside: row) != nil
    }

    /// The caption of the block that reaches over the row.
    private func caption(beside row: FormRow) -> FormCell? {
        row.cells.first { cell in
            !cell.isOwn && !cell.text.isEmpty && !isAmount(cell)
                && !columns.contains { $0.range.contains(cell.box.midX) }
        }
    }

    private func isSource(_ text: String) -> Bool { dictionary.fundItem(text) != nil }

    private func namesAmountRow(_ text: String) -> Bool { dictionary.fundColumn(text)?.isMoney ?? false }

    private func isHeader(_ cells: [FormCell]) -> Bool {
        guard !cells.contains(where: isAmount) else { return false }
        let roles = cells.compactMap { dictionary.fundColumn($0.text) }
        return roles.count >= 2 && roles.contains { $0.isMoney }
            && roles.filter { $0.isMoney || $0 == .executionRate }.count >= 2
            || roles.contains(.label) && roles.contains { $0.isMoney } || namesOtherTimes(cells)
    }

    /// A header with one known column of money beside columns of other times: 年初预算数 | 1-6月执行数.
    private func namesOtherTimes(_ cells: [FormCell]) -> Bool {
        let money = cells.filter { dictionary.fundColumn($0.text)?.isMoney ?? false && !isSource($0.text) }
        let others = cells.filter { dictionary.fundColumn($0.text) == nil && dictionary.endsInFundNoun($0.text) }
        return !money.isEmpty && !others.isEmpty && money.count + others.count >= cells.count - 2
    }

    // MARK: Rows

    /// Reads a row that `fits`.
    mutating func read(_ row: FormRow) {
        let own = row.own
        page = row.page
        for cell in own where announcesUnit(cell, in: row) { scale.take(caption: cell.text) }
        let headings = own.filter { isHeading($0, in: row) }
        let cells = own.filter { cell in !headings.contains { $0.id == cell.id } }
        let filled = cells.filter { !$0.text.isEmpty }
        if isHeader(filled) {
            readHeader(cells)
        } else if namesSources(filled, under: headings) {
            readSources(filled)
        } else if !sources.isEmpty, filled.allSatisfy({ !isSource($0.text) || ValueGrammar.number($0.text) != nil }) {
            readAmounts(cells)
        } else if isLineWithoutLabel(row), let caption = caption(beside: row) {
            appendLine(label: caption.placed, at: caption.box)
            lines[lines.count - 1].item = .total
            lines[lines.count - 1].isUnderstood = true
            fill(line: lines.count - 1, from: cells)
        } else {
            readLine(cells, isUnderCaption: isUnderCaption(row))
        }
    }

    /// Whether the cells are sources side by side: known ones, or short words under a caption with the total in front.
    private func namesSources(_ cells: [FormCell], under headings: [FormCell]) -> Bool {
        guard cells.count >= 2, cells.contains(where: { isSource($0.text) }), !cells.contains(where: isAmount) else {
            return false
        }
        let isKnown = cells.allSatisfy {
            isSource($0.text) || dictionary.looksLikeSource($0.text) || namesAmountRow($0.text)
                || dictionary.isFundCaption($0.text) || pointRole($0.text) != nil
        }
        if isKnown { return cells.filter { isSource($0.text) }.count >= 2 }
        return !headings.isEmpty && cells.count >= 3 && dictionary.fundItem(cells[0].text) == .total
            && cells.allSatisfy {
                dictionary.label($0.text) == nil && pairs.pair(in: $0.text)?.amount == nil
                    && $0.text.count <= longestSource
            }
    }

    /// Of a column of points beside sources: 分值, 执行得分.
    private func pointRole(_ header: String) -> FundRole? {
        if let role = dictionary.fundColumn(header) { return role == .weight || role == .score ? role : nil }
        switch dictionary.column(endingIn: header) {
        case .weight: return .weight
        case .score: return .score
        default: return nil
        }
    }

    /// Whether a caption of the block that reaches over several rows stands in the row.
    private func isUnderCaption(_ row: FormRow) -> Bool {
        row.cells.contains { cell in
            !cell.text.isEmpty && cell.box.height > row.box.height + 1
                && (dictionary.isFundCaption(cell.text) || dictionary.looksLikeFundCaption(cell.text)
                    || MoneyUnit.bracketed(in: cell.text) != nil)
        }
    }

    /// A caption over the lines of the block, and no line itself: it reaches over several rows, or no amount stands
    /// behind it.
    private func isHeading(_ cell: FormCell, in row: FormRow) -> Bool {
        guard !cell.text.isEmpty else { return false }
        let isCaption = dictionary.isFundCaption(cell.text)
        if reachesDown(cell, in: row) {
            if isCaption { return true }
            guard !isSource(cell.text), !isColumn(cell, in: row) else { return false }
            return MoneyUnit.bracketed(in: cell.text) != nil || dictionary.looksLikeFundCaption(cell.text)
        }
        guard dictionary.fundColumn(cell.text) == nil, !isSource(cell.text) else { return false }
        guard isCaption || MoneyUnit.bracketed(in: cell.text) != nil else { return false }
        // A caption that the dictionary knows heads the block even where nothing stands behind it.
        return !(amount(behind: cell, in: row) ?? !isCaption)
    }

    /// Whether the cell's unit holds for more than its own row.
    private func announcesUnit(_ cell: FormCell, in row: FormRow) -> Bool {
        guard MoneyUnit.power(in: cell.text) != nil else { return false }
        if isHeading(cell, in: row) { return true }
        return reachesDown(cell, in: row) && MoneyUnit.bracketed(in: cell.text) != nil && !isColumn(cell, in: row)
    }

    /// Whether the cell heads a column of amounts: "支出预算（万元）" does beside other headers, and not at the left of the
    /// lines.
    private func isColumn(_ cell: FormCell, in row: FormRow) -> Bool {
        guard dictionary.fundColumn(cell.text) != nil else { return false }
        guard cell.id == row.filled.first?.id, let next = row.filled.dropFirst().first else { return true }
        return dictionary.fundColumn(next.text) != nil
    }

    private func reachesDown(_ cell: FormCell, in row: FormRow) -> Bool { cell.box.y1 > row.box.y1 + 1 }

    /// Whether the next filled cell of the row is an amount; nil when there is no further one.
    private func amount(behind cell: FormCell, in row: FormRow) -> Bool? {
        row.filled.first { $0.box.x0 >= cell.box.x1 - 1 }.map { ValueGrammar.amount($0.text) != nil }
    }

    private mutating func readHeader(_ cells: [FormCell]) {
        columns = []
        sources = []
        let firstMoney = cells.first { dictionary.fundColumn($0.text)?.isMoney ?? false }
        for cell in cells {
            guard var role = dictionary.fundColumn(cell.text) else {
                // A caption that the dictionary does not know still says in what unit its block counts; a header that it
                // does not know keeps its amounts.
                if let firstMoney, cell.box.x0 > firstMoney.box.x0, !cell.text.isEmpty {
                    columns.append(Column(role: nil, header: cell.text, range: cell.box.x0...cell.box.x1))
                } else {
                    scale.take(caption: cell.text)
                }
                continue
            }
            // The rate is B/A: A is the budget that was in force, whatever it is called.
            if role == .initialBudget, labelKey(cell.text).hasSuffix("(A)") { role = .adjustedBudget }
            if role == .initialBudget, let first = columns.first(where: { $0.role == .initialBudget }) {
                // Of two budgets the later one is in force: so forms print them, though no word says so.
                role = .adjustedBudget
                guesses.append(
                    "The column \"\(cell.text)\" was taken for the budget in force, since \"\(first.header)\" stands before it."
                )
            }
            let power = role.isMoney ? MoneyUnit.power(in: cell.text) : nil
            if let power { scale.compare(power, in: cell.text) }
            columns.append(
                Column(role: role, header: cell.text, range: cell.box.x0...cell.box.x1, power: power))
        }
        putDifferencesAside()
    }

    /// Beside budgets by their stage an amount with a stage of its own is a difference: 调整金额.
    private mutating func putDifferencesAside() {
        let roles = columns.map(\.role)
        guard roles.contains(.initialBudget), roles.contains(.adjustedBudget) else { return }
        for index in columns.indices
        where columns[index].role == .amount && dictionary.namesStage(columns[index].header) {
            columns[index].role = nil
        }
    }

    // MARK: Sources as columns

    private mutating func readSources(_ cells: [FormCell]) {
        columns = []
        sources = []
        for cell in cells where !dictionary.isFundCaption(cell.text) || isSource(cell.text) {
            if let role = pointRole(cell.text) {
                columns.append(Column(role: role, header: cell.text, range: cell.box.x0...cell.box.x1))
                continue
            }
            sources.append(Source(line: lines.count, range: cell.box.x0...cell.box.x1))
            appendLine(label: cell.placed, at: cell.box)
        }
    }

    private mutating func readAmounts(_ cells: [FormCell]) {
        let first = cells.first { !$0.text.isEmpty }
        let role = first.flatMap { dictionary.fundColumn($0.text) }
        for source in sources {
            guard let cell = FundsReader.cell(under: source.range, in: cells), cell.id != first?.id || role == nil
            else {
                continue
            }
            set(role ?? .amount, of: source.line, to: cell.placed, power: MoneyUnit.power(in: first?.text ?? ""))
        }
        // The points are the block's, whichever of its rows they stand in.
        for column in columns {
            guard let points = column.role, let line = sources.first?.line,
                let cell = FundsReader.cell(under: column.range, in: cells), cell.isOwn
            else { continue }
            set(points, of: line, to: cell.placed, power: nil)
        }
    }

    /// The cell under the middle of a header; where that is blank, the only filled one under the header.
    private static func cell(under range: ClosedRange<Double>, in cells: [FormCell]) -> FormCell? {
        let middle = (range.lowerBound + range.upperBound) / 2
        let central = cells.first { $0.box.x0 <= middle && middle < $0.box.x1 }
        if let central, !central.text.isEmpty { return central }
        let below = cells.filter { !$0.text.isEmpty && range.contains($0.box.midX) }
        return below.count == 1 ? below[0] : central
    }

    // MARK: Sources as rows

    private mutating func readLine(_ cells: [FormCell], isUnderCaption: Bool) {
        var rest = cells[...]
        scale.startRow()
        while let cell = rest.popFirst() {
            guard !cell.text.isEmpty else { continue }
            let parts = pairs.pairs(in: cell)
            if !parts.isEmpty {
                for part in parts { append(part, of: cell) }
                continue
            }
            if let pair = pairs.pair(in: cell.text), pair.amount != nil || rest.isEmpty {
                append(pair, of: cell)
                continue
            }
            if isUnderCaption || lastLabel.map({ $0.box.y0 == cell.box.y0 }) ?? false,
                let pair = pairs.anyPair(in: cell.text), pair.amount != nil || rest.isEmpty
            {
                append(pair, of: cell)
                continue
            }
            // A label; the cells up to the next label are its amounts.
            guard ValueGrammar.number(cell.text) == nil else { continue }
            let values = values(of: cell, in: rest)
            let known = isSource(cell.text)
            if !known, dictionary.label(cell.text) != nil {
                others.append((cell.text, values.first?.placed ?? PlacedText("", at: nil)))
                rest = rest.dropFirst(min(1, values.count))
                continue
            }
            // "年度预算" names a line where an amount follows, else the block.
            if known, dictionary.isFundCaption(cell.text), values.first.flatMap({ ValueGrammar.amount($0.text) }) == nil
            {
                continue
            }
            if !known, let next = rest.first, pairs.pair(in: next.text) != nil || !pairs.pairs(in: next).isEmpty {
                continue
            }
            guard known || values.contains(where: { ValueGrammar.amount($0.text) != nil }) || underCaption(cell) else {
                if let value = values.first { others.append((cell.text, value.placed)) }
                rest = rest.dropFirst(min(1, values.count))
                continue
            }
            appendLine(label: cell.placed, at: cell.box)
            fill(line: lines.count - 1, from: Array(values))
            rest = rest.dropFirst(values.count)
        }
    }

    /// The cells behind a label up to the next one: a known source, or, where no header names columns, a text with an
    /// amount behind it that follows an amount.
    private func values(of label: FormCell, in rest: ArraySlice<FormCell>) -> ArraySlice<FormCell> {
        var known = rest.prefix { !isSource($0.text) || columns.contains { $0.role == .label } }
        if columns.isEmpty { known = known.prefix { dictionary.fundColumn($0.text) == nil } }
        guard columns.isEmpty, isSource(label.text) || rest.first.map({ isAmount($0) }) ?? false else { return known }
        let filled = known.indices.filter { !known[$0].text.isEmpty }
        for (place, index) in filled.enumerated().dropFirst() where place + 1 < filled.count {
            guard !isAmount(known[index]), isAmount(known[filled[place - 1]]),
                dictionary.label(known[index].text) == nil
            else { continue }
            return known[..<index]
        }
        return known
    }

    private func isAmount(_ cell: FormCell) -> Bool { ValueGrammar.amount(cell.text) != nil }

    /// A line of the block that the dictionary does not know still belongs to it.
    private func underCaption(_ cell: FormCell) -> Bool { !columns.isEmpty && dictionary.label(cell.text) == nil }

    private mutating func fill(line: Int, from cells: [FormCell]) {
        let unit = MoneyUnit.power(in: lines[line].label)
        if columns.contains(where: { $0.role != .label }) {
            for column in columns where column.role != .label {
                guard let cell = FundsReader.cell(under: column.range, in: cells) else { continue }
                if let role = column.role {
                    set(role, of: line, to: cell.placed, power: unit ?? column.power)
                } else if !cell.text.isEmpty {
                    others.append((lines[line].label + " " + column.header, cell.placed))
                }
            }
            if columns.contains(where: { ($0.role?.isMoney ?? false) && $0.role != .amount }) { return }
            if lines[line].amount != nil { return }
        }
        guard let cell = cells.first(where: { ValueGrammar.amount($0.text) != nil }) else { return }
        set(.amount, of: line, to: cell.placed, power: unit)
    }

    private mutating func set(_ role: FundRole, of line: Int, to value: PlacedText, power unit: Int?) {
        let text = value.text
        guard !text.isEmpty else { return }
        lines[line].evidence[role.rawValue] = value.evidence
        let power = unit ?? scale.power
        switch role {
        case .amount: lines[line].amount = ValueGrammar.amount(text, power: power)
        case .initialBudget: lines[line].initialBudget = ValueGrammar.amount(text, power: power)
        case .adjustedBudget: lines[line].adjustedBudget = ValueGrammar.amount(text, power: power)
        case .executed: lines[line].executed = ValueGrammar.amount(text, power: power)
        case .weight: lines[line].weight = ValueGrammar.number(text)
        case .executionRate: lines[line].executionRate = ValueGrammar.number(text)
        case .score: lines[line].score = ValueGrammar.number(text)
        case .label, .reason: break
        }
    }

    // MARK: Lines

    /// Takes the points of the budget's execution that stand outside the block; false where there is no total without any.
    mutating func take(points weight: PlacedText?, score: PlacedText?) -> Bool {
        guard let total = lines.firstIndex(where: { $0.item == .total }), lines[total].weight == nil,
            lines[total].score == nil, weight != nil || score != nil
        else { return false }
        if let weight { set(.weight, of: total, to: weight, power: nil) }
        if let score { set(.score, of: total, to: score, power: nil) }
        return true
    }

    /// Takes a line of text outside tables that is a source with its amount and unit: "年度预算资金：1,860.00 万元".
    ///
    /// - Returns: False for any other text.
    mutating func take(line cell: FormCell) -> Bool {
        guard let pair = pairs.anyPair(in: cell.text), let amount = pair.amount, MoneyUnit.power(in: amount) != nil,
            isSource(pair.label) || dictionary.looksLikeSource(pair.label)
        else { return false }
        append(pair, of: cell)
        return true
    }

    /// Takes an amount that stands below its label in a table of projects as rows.
    mutating func take(label: PlacedText, amount: PlacedText, power: Int?) {
        appendLine(label: label, at: Rect(x0: 0, y0: 0, x1: 0, y1: 0))
        set(.amount, of: lines.count - 1, to: amount, power: power)
    }

    /// - Parameter box: Where the line counts as standing, for the blocks; that of the cell if left out.
    private mutating func append(_ pair: FundPairs.Pair, of cell: FormCell, at box: Rect? = nil) {
        let label = cell.placed(pair.label)
        appendLine(label: label, at: box ?? cell.box)
        guard let amount = pair.amount else { return }
        // The same figure may stand in other lines of the cell.
        let isBesideLabel = label.evidence?.lines.contains { $0.text.contains(amount) } ?? false
        let value = isBesideLabel ? PlacedText(amount, at: label.evidence) : cell.placed(amount)
        set(.amount, of: lines.count - 1, to: value, power: MoneyUnit.power(in: pair.label))
    }

    private mutating func appendLine(label: PlacedText, at box: Rect) {
        var printed = label.text.trimmingBlanks()
        while let last = printed.last, ":：".contains(last) { printed = String(printed.dropLast()).trimmingBlanks() }
        let item = dictionary.fundItem(printed)
        scale.take(label: printed, isTotal: item == .total)
        var line = FundLine(item: item ?? .other, label: printed)
        line.evidence["label"] = label.evidence
        line.isUnderstood = item != nil
        line.isPartAlone = dictionary.beginsWithFundPrefix(printed)
        line.block = blocks.block(of: line, at: box.x0...box.x1)
        lines.append(line)
        lastLabel = (page, box)
    }
}

/// Which lines of a funding block add up to which total: blocks may stand side by side and under each other.
struct FundBlocks {
    private var totals: [ClosedRange<Double>] = []

    /// The number of the block that a line belongs to: that of the last total whose label stands over the line's, else of
    /// the last total.
    ///
    /// - Parameter range: From the left to the right end of the line's label, in points.
    mutating func block(of line: FundLine, at range: ClosedRange<Double>) -> Int {
        if line.item == .total {
            totals.append(range)
            return totals.count - 1
        }
        return totals.lastIndex { stands(range, under: $0) } ?? max(0, totals.count - 1)
    }

    /// Whether half of the narrower one lies in the other.
    private func stands(_ range: ClosedRange<Double>, under total: ClosedRange<Double>) -> Bool {
        let common = min(range.upperBound, total.upperBound) - max(range.lowerBound, total.lowerBound)
        return common > 0.5 * min(range.width, total.width)
    }
}

extension ClosedRange<Double> {
    fileprivate var width: Double { upperBound - lowerBound }
}
