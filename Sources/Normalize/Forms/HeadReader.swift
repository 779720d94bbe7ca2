internal import OrderedCollections
internal import PageModel

/// Reads labels and the values behind them: the head of a form, its goals and its foot.
struct HeadReader {
    private let dictionary: FormDictionary
    private let isDepartment: Bool
    private(set) var texts: [LabelRole: String] = [:]
    private(set) var fields: OrderedDictionary<String, String> = [:]
    /// Where the texts, fields and figures stand.
    private(set) var evidence: EvidenceOfFields = [:]
    var fiscalYear: Int?
    var totalWeight: DecimalNumber?
    var totalScore: DecimalNumber?
    /// Of a label that stands alone above its text.
    private var pendingRole: LabelRole?
    /// The same, of a label of the form's own that an outline numbers: "三、立项必要性".
    private var pendingLabel: String?
    /// The longest text before a colon that is taken for a label.
    private static let longestLabel = 14

    init(dictionary: FormDictionary, isDepartment: Bool) {
        self.dictionary = dictionary
        self.isDepartment = isDepartment
    }

    // MARK: Rows of a table

    /// Reads a row of labels, each followed by its value.
    mutating func read(_ row: FormRow) {
        var rest = row.isAligned ? row.filled[...] : row.own[...]
        if row.filled.count == 1, row.filled[0].text.count <= 20, texts.isEmpty, fiscalYear == nil,
            let year = DateParser.fiscalYear(in: row.filled[0].text)
        {
            // The year line under a title that stands in the table.
            fiscalYear = year
            evidence["fiscal_year"] = row.filled[0].evidence
            return
        }
        if row.filled.count == 1, let only = row.filled.first, row.cells.filter({ !$0.text.isEmpty }).count == 1 {
            // A label across the table, its text in the row below.
            let label = withoutOutline(only.text)
            if let role = dictionary.label(only.text) ?? dictionary.label(label), HeadReader.isText(role) {
                (pendingRole, pendingLabel) = (role, nil)
                return
            }
            if !isCaption(only.text), !HeadReader.startsWithLabel(only.text) {
                if let role = pendingRole {
                    append(only.placed, to: role)
                    return
                }
                if let label = pendingLabel {
                    put(only.placed, under: label)
                    pendingLabel = nil
                    return
                }
                if label.count < only.text.count, isPlausibleLabel(label) {
                    pendingLabel = label
                    return
                }
            }
        }
        (pendingRole, pendingLabel) = (nil, nil)
        while let cell = rest.popFirst() {
            guard !cell.text.isEmpty else { continue }
            if isCaption(cell.text) { continue }
            if cell.parts.count > 1, cell.parts.allSatisfy(HeadReader.startsWithLabel) {
                for part in cell.parts { _ = readPair(in: cell.placed(part)) }
                continue
            }
            if dictionary.label(cell.text) != nil {
                let value = rest.first.flatMap { dictionary.label($0.text) == nil ? $0 : nil }
                if value != nil { rest = rest.dropFirst() }
                take(label: cell.text, value: value?.placed ?? PlacedText("", at: nil))
            } else if HeadReader.endsWithColon(cell.text), let value = rest.first, isPlausibleLabel(cell.text) {
                rest = rest.dropFirst()
                take(label: cell.text, value: value.placed)
            } else if readPair(in: cell.placed) {
                continue
            } else if row.isAligned, let value = rest.first, let role = dictionary.label(beginning: cell.text) {
                rest = rest.dropFirst()
                append(value.placed, to: role)
            } else if let value = rest.first, isPlausibleLabel(cell.text) {
                rest = rest.dropFirst()
                take(label: cell.text, value: value.placed)
            } else if rest.isEmpty, row.filled.count == 1, let role = continuedRole(of: row) {
                append(cell.placed, to: role)
            } else if rest.isEmpty, row.filled.count == 1, let label = continuedLabel(of: row) {
                fields[label] = fields[label].map { $0 + "\n" + cell.text } ?? cell.text
                evidence.append(cell.evidence, to: HeadReader.key(ofField: label))
            }
        }
    }

    /// Whether the label's value is a longer text.
    private static func isText(_ role: LabelRole) -> Bool {
        [.expectedGoal, .actualCompletion, .overview, .policyBasis, .duties, .conclusion].contains(role)
    }

    private func isCaption(_ text: String) -> Bool {
        dictionary.label(text) == nil && (dictionary.isCaption(text) || dictionary.isFundCaption(text))
    }

    private func isPlausibleLabel(_ text: String) -> Bool {
        text.count <= HeadReader.longestLabel && ValueGrammar.number(text) == nil
            && !text.contains(where: { "。；，".contains($0) })
    }

    /// A row with text only behind a merged label goes on with that label's value.
    private func continuedRole(of row: FormRow) -> LabelRole? {
        row.cells.first { !$0.isOwn && !$0.text.isEmpty }.flatMap { dictionary.label($0.text) }
    }

    /// As `continuedRole`, for a label of the further fields.
    private func continuedLabel(of row: FormRow) -> String? {
        row.cells.first {
            !$0.isOwn && !$0.text.isEmpty && $0.text.count <= HeadReader.longestLabel && !isCaption($0.text)
        }?.text
    }

    // MARK: Label and value in one text

    /// Reads "填报日期：20250211"; false when the text has no label in front of a colon.
    mutating func readPair(in printed: PlacedText) -> Bool {
        let text = printed.text
        let scalars = Array(text)
        guard let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > 0 else { return false }
        let label = String(scalars[..<colon]).trimmingBlanks()
        guard label.count <= HeadReader.longestLabel, !dictionary.titles.isAttachmentMark(label) else { return false }
        guard dictionary.label(label) != nil || HeadReader.startsWithLabel(text) else { return false }
        let value = String(scalars[(colon + 1)...]).trimmingBlanks()
        take(label: label, value: PlacedText(value, at: printed.evidence))
        return true
    }

    /// A short word before a colon, as in "联系电话：…"; enumerations and prose are none.
    static func startsWithLabel(_ text: String) -> Bool {
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        let label = text[..<colon]
        guard (2...longestLabel).contains(label.count) else { return false }
        if label.contains(where: { "。，；、,;!?“”\"".contains($0) }) { return false }
        guard let last = label.last else { return false }
        return !last.isNumber
    }

    static func endsWithColon(_ text: String) -> Bool { text.last == ":" || text.last == "：" }

    mutating func take(label: String, value: PlacedText) {
        guard let role = dictionary.label(label) else {
            put(value, under: label)
            return
        }
        take(role, value: value, label: label)
    }

    /// - Parameter label: Under which the value goes to the further fields where the role is filled; without one it is
    ///   left out there.
    mutating func take(_ role: LabelRole, value: PlacedText, label: String = "") {
        let text = value.text
        switch role {
        case .fiscalYear:
            if let year = DateParser.fiscalYear(in: text) ?? Int(folded(text)) {
                fiscalYear = year
                evidence["fiscal_year"] = value.evidence
            }
        case .totalScore:
            if totalScore == nil, let number = ValueGrammar.number(text) {
                totalScore = number
                evidence["total_score"] = value.evidence
            } else {
                put(value, under: label)
            }
        case .total:
            if totalScore == nil {
                totalScore = ValueGrammar.number(text)
                evidence["total_score"] = value.evidence
            }
        case .projectName where isDepartment: put(value, under: label)
        case .departmentName:
            if isDepartment, texts[.department] == nil {
                set(value, as: .department)
            } else {
                put(value, under: label)
            }
        case let role where HeadReader.isText(role): append(value, to: role)
        default:
            if texts[role] == nil {
                set(value, as: role)
            } else if texts[role] != text {
                put(value, under: label)
            }
        }
    }

    private mutating func set(_ value: PlacedText, as role: LabelRole) {
        guard !value.text.isEmpty else { return }
        texts[role] = value.text
        evidence[role.rawValue] = value.evidence
    }

    /// Takes the place of a figure or text that was told otherwise than by a label.
    mutating func note(_ place: FieldEvidence?, of field: String) { evidence[field] = place }

    /// The name of a further field in the evidence.
    static func key(ofField label: String) -> String { "fields.\(label)" }

    /// Puts a further part behind what a long text already has.
    mutating func append(_ value: PlacedText, to role: LabelRole) {
        let text = value.text
        guard !text.isEmpty else { return }
        texts[role] = texts[role].map { $0 + "\n" + text } ?? text
        evidence.append(value.evidence, to: role.rawValue)
    }

    mutating func put(_ value: PlacedText, under label: String) {
        guard !value.text.isEmpty else { return }
        var key = label.trimmingBlanks()
        while let last = key.last, ":：".contains(last) { key = String(key.dropLast()) }
        guard !key.isEmpty, !(dictionary.isUnitLabel(key) && MoneyUnit.isUnit(value.text)), fields[key] == nil else {
            return
        }
        fields[key] = value.text
        evidence[HeadReader.key(ofField: key)] = value.evidence
    }

    // MARK: What the texts say

    /// "[187]黔南…局" or "187-黔南…局" taken apart.
    var department: (code: String?, name: String)? {
        texts[.department].map { text in
            let parts = HeadReader.split(text)
            return (parts.code ?? texts[.departmentCode], parts.name)
        }
    }

    var implementingUnit: String? { texts[.implementingUnit].map { HeadReader.split($0).name } }

    /// The grade that a form prints by itself, or the one with which the conclusion opens.
    var grade: String? {
        [texts[.grade], texts[.conclusion]].lazy.compactMap { $0 }.compactMap { HeadReader.grade(of: $0) }.first
    }

    /// "优。…", "良好", "中" → the grade in front; nil for a text that merely begins with such a character.
    static func grade(of text: String) -> String? {
        if text.contains(where: { boxes.contains($0) }) { return ticked(in: text) }
        guard let first = text.first, "优良中差".contains(first) else { return nil }
        let rest = text.dropFirst()
        let tail = rest.hasPrefix(first == "优" ? "秀" : first == "良" ? "好" : "等") ? rest.dropFirst() : rest
        return tail.isEmpty || !(tail.first?.isLetter ?? false) ? String(first) : nil
    }

    private static let ticks = Set("☑√✓✔■")
    private static let boxes = Set("□☐◻")

    /// "优☑ 良□ 中□ 差□", "□优 ☑良": the grade with the tick; nil for a text without exactly one.
    private static func ticked(in text: String) -> String? {
        let marks = text.filter { !$0.isWhitespace && ($0.isLetter || ticks.contains($0) || boxes.contains($0)) }
        guard let place = marks.firstIndex(where: ticks.contains), let first = marks.first,
            marks.filter(ticks.contains).count == 1
        else { return nil }
        // The mark stands before its word where the text begins with one.
        let isBefore = ticks.contains(first) || boxes.contains(first)
        let word =
            isBefore
            ? marks[marks.index(after: place)...].prefix(while: \.isLetter)
            : Substring(marks[..<place].reversed().prefix(while: \.isLetter).reversed())
        return grade(of: String(word))
    }

    /// Cuts a unit's code off its name.
    static func split(_ text: String) -> (code: String?, name: String) {
        let scalars = Array(text)
        if let first = scalars.first, "[【〔(（".contains(first),
            let end = scalars.firstIndex(where: { "]】〕)）".contains($0) }), end > 1, end + 1 < scalars.count,
            scalars[1..<end].allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter || $0 == "-") }),
            scalars[1..<end].contains(where: \.isNumber)
        {
            return (String(scalars[1..<end]), String(scalars[(end + 1)...]).trimmingBlanks())
        }
        let digits = scalars.prefix { $0.isASCII && $0.isNumber }
        if digits.count >= 3, digits.count < scalars.count {
            let rest = scalars[digits.count...].drop { "-－—–_ /".contains($0) }
            if let first = rest.first, !first.isNumber, first.isLetter { return (String(digits), String(rest)) }
        }
        // The code behind the name, in brackets or after a dash.
        if let last = scalars.last, "]】〕)）".contains(last),
            let open = scalars.lastIndex(where: { "[【〔(（".contains($0) }), open > 0, open + 2 < scalars.count,
            scalars[(open + 1)..<(scalars.count - 1)].allSatisfy({ $0.isASCII && $0.isNumber })
        {
            return (String(scalars[(open + 1)..<(scalars.count - 1)]), String(scalars[..<open]).trimmingBlanks())
        }
        return (nil, text)
    }
}
