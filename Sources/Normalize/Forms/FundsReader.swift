internal import PageModel

/// Reads the funding block: lines of sources by columns of amounts, the two turned round, or a label and its amount in
/// one cell.
struct FundsReader {
    private let dictionary: FormDictionary
    private(set) var lines: [FundLine] = []
    /// Labels of the form's head that stand in a row of the block, with their values.
    private(set) var others: [(label: String, value: String)] = []
    private var columns: [Column] = []
    /// Sources that stand in a header row, with the line that each one fills.
    private var sources: [Source] = []
    /// The power of ten of bare figures, from the unit of the form, the block or a header.
    private var power: Int
    /// No label with its amount has more bytes; a longer text is prose.
    private let longestLine = 160

    private struct Column {
        var role: FundRole
        var range: ClosedRange<Double>
        var power: Int?

        func holds(_ box: Rect) -> Bool { range.contains(box.midX) || box.x0 <= middle && middle < box.x1 }
        var middle: Double { (range.lowerBound + range.upperBound) / 2 }
    }

    private struct Source {
        var line: Int
        var range: ClosedRange<Double>
    }

    init(dictionary: FormDictionary, power: Int) {
        self.dictionary = dictionary
        self.power = power
    }

    /// Whether the row belongs to a funding block: under the block's caption, naming its columns, or naming a source.
    func fits(_ row: FormRow) -> Bool {
        let filled = row.filled
        guard !filled.isEmpty else { return false }
        if row.cells.contains(where: { dictionary.isFundCaption($0.text) }) {
            // A caption is also a header word; the row of a caption alone with a paragraph is one of the block too.
            return true
        }
        if isHeader(filled) { return true }
        guard let first = filled.first else { return false }
        if !columns.isEmpty || !sources.isEmpty, !lines.isEmpty || !sources.isEmpty {
            if dictionary.label(first.text) != nil, dictionary.fundItem(first.text) == nil { return false }
            if dictionary.fundItem(first.text) != nil || namesAmountRow(first.text) { return true }
        }
        return filled.contains {
            labelAndAmount($0.text) != nil || isSource($0.text) || !sentenceParts($0.text).isEmpty
        }
    }

    private func isSource(_ text: String) -> Bool { dictionary.fundItem(text) != nil }

    private func namesAmountRow(_ text: String) -> Bool { dictionary.fundColumn(text)?.isMoney ?? false }

    private func isHeader(_ cells: [FormCell]) -> Bool {
        let roles = cells.compactMap { dictionary.fundColumn($0.text) }
        return roles.count >= 2 && roles.contains { $0.isMoney }
            && roles.filter { $0.isMoney || $0 == .executionRate }.count >= 2
            || roles.contains(.label) && roles.contains { $0.isMoney }
    }

    mutating func read(_ row: FormRow) {
        for cell in row.own where dictionary.isFundCaption(cell.text) { noteUnit(of: cell.text) }
        let cells = row.own.filter {
            !dictionary.isFundCaption($0.text) || dictionary.fundColumn($0.text) != nil || isSource($0.text)
        }
        let filled = cells.filter { !$0.text.isEmpty }
        if isHeader(filled) {
            readHeader(cells)
        } else if filled.count >= 2,
            filled.allSatisfy({ isSource($0.text) || namesAmountRow($0.text) || dictionary.isFundCaption($0.text) }),
            filled.filter({ isSource($0.text) }).count >= 2
        {
            readSources(filled)
        } else if !sources.isEmpty, filled.allSatisfy({ !isSource($0.text) || ValueGrammar.number($0.text) != nil }) {
            readAmounts(cells)
        } else {
            readLine(cells)
        }
    }

    private mutating func noteUnit(of text: String) {
        if let found = FundsReader.power(in: text) { power = found }
    }

    private mutating func readHeader(_ cells: [FormCell]) {
        columns = []
        sources = []
        for cell in cells {
            guard var role = dictionary.fundColumn(cell.text) else {
                // A caption that the dictionary does not know still says in what unit its block counts.
                noteUnit(of: cell.text)
                continue
            }
            // The rate is B/A: A is the budget that was in force, whatever it is called.
            if role == .initialBudget, labelKey(cell.text).hasSuffix("(A)") { role = .adjustedBudget }
            columns.append(
                Column(role: role, range: cell.box.x0...cell.box.x1, power: FundsReader.power(in: cell.text)))
        }
    }

    // MARK: Sources as columns

    private mutating func readSources(_ cells: [FormCell]) {
        columns = []
        sources = []
        for cell in cells where isSource(cell.text) {
            sources.append(Source(line: lines.count, range: cell.box.x0...cell.box.x1))
            appendLine(label: cell.text)
        }
    }

    private mutating func readAmounts(_ cells: [FormCell]) {
        let first = cells.first { !$0.text.isEmpty }
        let role = first.flatMap { dictionary.fundColumn($0.text) }
        for source in sources {
            let middle = (source.range.lowerBound + source.range.upperBound) / 2
            guard let cell = cells.first(where: { $0.box.x0 <= middle && middle < $0.box.x1 }),
                cell.id != first?.id || role == nil
            else { continue }
            set(role ?? .amount, of: source.line, to: cell.text, power: FundsReader.power(in: first?.text ?? ""))
        }
    }

    // MARK: Sources as rows

    private mutating func readLine(_ cells: [FormCell]) {
        var rest = cells[...]
        while let cell = rest.popFirst() {
            guard !cell.text.isEmpty else { continue }
            let parts = severalParts(cell)
            if !parts.isEmpty {
                for part in parts { append(part) }
                continue
            }
            if let pair = labelAndAmount(cell.text), pair.amount != nil || rest.isEmpty {
                append(pair)
                continue
            }
            // A label; the cells up to the next label are its amounts.
            guard ValueGrammar.number(cell.text) == nil else { continue }
            let values = rest.prefix { !isSource($0.text) || columns.contains { $0.role == .label } }
            let known = isSource(cell.text)
            if !known, dictionary.label(cell.text) != nil {
                others.append((cell.text, values.first?.text ?? ""))
                rest = rest.dropFirst(min(1, values.count))
                continue
            }
            // "年度预算" names a line where an amount follows, else the block.
            if known, dictionary.isFundCaption(cell.text), values.first.flatMap({ ValueGrammar.amount($0.text) }) == nil
            {
                continue
            }
            if !known, let next = values.first, labelAndAmount(next.text) != nil { continue }
            guard known || values.contains(where: { ValueGrammar.amount($0.text) != nil }) || underCaption(cell) else {
                if let value = values.first { others.append((cell.text, value.text)) }
                rest = rest.dropFirst(min(1, values.count))
                continue
            }
            appendLine(label: cell.text)
            fill(line: lines.count - 1, from: Array(values))
            rest = rest.dropFirst(values.count)
        }
    }

    /// A line of the block that the dictionary does not know still belongs to it.
    private func underCaption(_ cell: FormCell) -> Bool { !columns.isEmpty && dictionary.label(cell.text) == nil }

    private mutating func fill(line: Int, from cells: [FormCell]) {
        let unit = FundsReader.power(in: lines[line].label)
        if columns.contains(where: { $0.role != .label }) {
            for column in columns where column.role != .label {
                guard let cell = cells.first(where: { $0.box.x0 <= column.middle && column.middle < $0.box.x1 })
                else { continue }
                set(column.role, of: line, to: cell.text, power: unit ?? column.power)
            }
            if columns.contains(where: { $0.role.isMoney && $0.role != .amount }) { return }
            if lines[line].amount != nil { return }
        }
        guard let cell = cells.first(where: { ValueGrammar.amount($0.text) != nil }) else { return }
        set(.amount, of: line, to: cell.text, power: unit)
    }

    private mutating func set(_ role: FundRole, of line: Int, to text: String, power unit: Int?) {
        guard !text.isEmpty else { return }
        switch role {
        case .amount: lines[line].amount = ValueGrammar.amount(text, power: unit ?? power)
        case .initialBudget: lines[line].initialBudget = ValueGrammar.amount(text, power: unit ?? power)
        case .adjustedBudget: lines[line].adjustedBudget = ValueGrammar.amount(text, power: unit ?? power)
        case .executed: lines[line].executed = ValueGrammar.amount(text, power: unit ?? power)
        case .weight: lines[line].weight = ValueGrammar.number(text)
        case .executionRate: lines[line].executionRate = ValueGrammar.number(text)
        case .score: lines[line].score = ValueGrammar.number(text)
        case .label, .reason: break
        }
    }

    // MARK: Label and amount in one cell

    private struct Pair {
        var label: String
        var amount: String?
    }

    /// "资金总额（万元）： 876.69万元" → its two parts; nil where the cell names no source of money.
    private func labelAndAmount(_ text: String) -> Pair? {
        guard text.utf8.count <= longestLine else { return nil }
        let scalars = Array(text)
        // The label ends where a figure begins that goes on to the end.
        var cut = scalars.count
        for index in scalars.indices.dropFirst() {
            guard scalars[index].isNumber, !"0123456789.,".contains(scalars[index - 1]) else { continue }
            if ValueGrammar.amount(String(scalars[index...])) != nil {
                cut = scalars[index - 1] == "-" ? index - 1 : index
                break
            }
        }
        let label = String(scalars[..<cut]).trimmingBlanks()
        guard dictionary.fundItem(label) != nil else { return nil }
        let amount = String(scalars[cut...])
        return Pair(label: label, amount: amount.isEmpty ? nil : amount)
    }

    /// A cell whose printed lines, or the parts of whose sentence, are lines of the block.
    private func severalParts(_ cell: FormCell) -> [Pair] {
        let lines = cell.lines.filter { !$0.isEmpty }
        let byLine = lines.compactMap { labelAndAmount($0) }
        if byLine.count >= 2, byLine.count == lines.count { return byLine }
        return sentenceParts(cell.text)
    }

    /// "资金总额：120万元，其中：财政拨款：100万元；其他资金：20万元。" → its sources with their amounts.
    private func sentenceParts(_ text: String) -> [Pair] {
        guard text.utf8.count <= 10 * longestLine, text.contains(where: \.isNumber) else { return [] }
        var parts: [String] = [""]
        let scalars = Array(text)
        for (index, scalar) in scalars.enumerated() {
            let isThousands =
                scalar == "," && index > 0 && index + 1 < scalars.count && scalars[index - 1].isNumber
                && scalars[index + 1].isNumber
            if "，,；;。、".contains(scalar), !isThousands {
                parts.append("")
            } else {
                parts[parts.count - 1].append(scalar)
            }
        }
        var pairs: [Pair] = []
        var prefix = ""
        for part in parts where !part.isEmpty {
            if dictionary.isFundPrefix(part) {
                prefix = part
            } else if let pair = labelAndAmount(prefix + part), pair.amount != nil {
                pairs.append(pair)
                prefix = ""
            } else {
                return []
            }
        }
        return pairs.count >= 2 ? pairs : []
    }

    private mutating func append(_ pair: Pair) {
        appendLine(label: pair.label)
        guard let amount = pair.amount else { return }
        set(.amount, of: lines.count - 1, to: amount, power: FundsReader.power(in: pair.label))
    }

    private mutating func appendLine(label: String) {
        var printed = label.trimmingBlanks()
        while let last = printed.last, ":：".contains(last) { printed = String(printed.dropLast()).trimmingBlanks() }
        lines.append(FundLine(item: dictionary.fundItem(printed) ?? .other, label: printed))
    }

    /// Whether the text is a unit of money and nothing else.
    static func isUnit(_ text: String) -> Bool {
        ["元", "千元", "万元", "百万元", "亿元"].contains(labelKey(text))
    }

    /// The power of ten that a unit of money in brackets or behind a colon gives: 4 of "（万元）", 0 of "(元)".
    static func power(in text: String) -> Int? {
        guard text.holds("元") else { return nil }
        let key = labelKey(text)
        for (unit, power) in [("亿元", 8), ("百万元", 6), ("万元", 4), ("千元", 3), ("元", 0)]
        where key.closes(with: unit)
            || key.holds("(\(unit))") || key.holds("(单位:\(unit)") || key.holds(",\(unit))")
        {
            return power
        }
        return nil
    }
}
