internal import OrderedCollections
internal import PageModel

/// The texts of one indicator row by what their columns hold.
struct RowTexts {
    private var texts: [ColumnRole: String] = [:]
    private(set) var cells: [ColumnRole: FormCell] = [:]
    /// Where the texts stand; it moves with them.
    private var places: [ColumnRole: FieldEvidence] = [:]
    private var extraPlaces: [String: FieldEvidence] = [:]
    private(set) var extra: OrderedDictionary<String, String> = [:]
    private(set) var repairs: Set<Repair> = []
    private(set) var confidence = 1.0
    /// Field → what was read from the picture before it was repaired.
    private(set) var raw: OrderedDictionary<String, String> = [:]
    /// Read from a picture, with text under a header that looks like what is left of a known one, or under none at all.
    private(set) var isDoubtful = false
    /// The label of the block to the left of the first level column, which a shifted row may have run into.
    private var left = ""
    private var leftPlace: FieldEvidence?

    /// Highest confidence of a row with text in a column whose role was told by its cells, or has a rival.
    private static let inferredConfidence = 0.85
    /// The same where the ending of its header says what its cells say.
    private static let agreedConfidence = 0.9

    subscript(role: ColumnRole) -> String { texts[role] ?? "" }

    /// Nil for blank.
    func text(_ role: ColumnRole) -> String? { self[role].isEmpty ? nil : self[role] }

    init(row: FormRow, columns: [IndicatorColumns.Column], dictionary: FormDictionary, all: IndicatorColumns) {
        var seen: Set<Int> = []
        let row = row.textSource == .ocr ? RowRepair(dictionary: dictionary).mended(row, columns: columns) : row
        for column in columns {
            guard let cell = column.cell(of: row), seen.insert(cell.id).inserted else { continue }
            confidence = min(confidence, cell.confidence)
            if cell.isOwn, !cell.text.isEmpty { repairs.formUnion(cell.repairs) }
            if let reading = cell.raw {
                raw[column.role?.fieldName ?? column.header] = reading
                repairs.formUnion(cell.repairs.intersection([.ocrLexicon, .ocrValue]))
            }
            guard let role = settled(column.role, text: cell.text) else {
                if !cell.text.isEmpty {
                    addExtra(cell, under: column.header)
                    isDoubtful = isDoubtful || column.isDoubtful
                }
                continue
            }
            if texts[role] != nil, !self[role].isEmpty {
                if !cell.text.isEmpty { addExtra(cell, under: column.header) }
                continue
            }
            texts[role] = cell.text
            cells[role] = cell
            places[role] = cell.evidence
            if column.isInferred, !cell.text.isEmpty { repairs.insert(.roleInferred) }
            // Levels are told by labels that are known: as sure as a header.
            if column.isInferred && !role.isLevel || column.isTied, !cell.text.isEmpty {
                let isAgreed = column.isAgreed && !column.isTied
                let most = isAgreed ? RowTexts.agreedConfidence : RowTexts.inferredConfidence
                confidence = min(confidence, most)
                places[role]?.confidence = min(cell.confidence, most)
                places[role]?.repairs.insert(.roleInferred)
            }
        }
        for column in all.outer {
            guard let cell = row.cell(at: column.middle), !cell.text.isEmpty, Int(folded(cell.text)) == nil else {
                continue
            }
            addExtra(cell, under: column.header)
        }
        if columns.contains(where: { $0.role == .level3 && $0.holdsLevelAbove }) { partLevelAbove() }
        takeWordsUnderUnit()
        if let first = columns.first, let cell = row.cell(at: first.range.lowerBound - 4), cell.isOwn {
            left = cell.text
            leftPlace = cell.evidence
        }
        if row.textSource == .ocr, row.cells.contains(where: { all.misses($0, dictionary: dictionary) }) {
            isDoubtful = true
        }
    }

    /// A target in words may stand under the unit, where that column is for words as well: 单位（文字描述）.
    private mutating func takeWordsUnderUnit() {
        guard text(.target) == nil, text(.operatorSign) == nil, let words = text(.unit), !Units.isUnit(words) else {
            return
        }
        texts[.target] = words
        texts[.unit] = nil
        cells[.target] = cells[.unit]
        places[.target] = places[.unit]
        places[.target]?.confidence = min(confidence, RowTexts.inferredConfidence)
        confidence = min(confidence, RowTexts.inferredConfidence)
    }

    /// "数量指标—培训人次" → the second level and the name.
    private mutating func partLevelAbove() {
        guard let dash = self[.level3].firstIndex(where: { "—-－/／:：".contains($0) }), self[.level2].isEmpty else {
            return
        }
        let name = String(self[.level3][dash...].drop { "—-－/／:：".contains($0) })
        texts[.level2] = String(self[.level3][..<dash])
        cells[.level2] = cells[.level3]
        places[.level2] = places[.level3]
        texts[.level3] = name
    }

    /// 指标性质 and 指标方向 hold an operator or a direction, and are at times swapped: the cell decides.
    private func settled(_ role: ColumnRole?, text: String) -> ColumnRole? {
        guard role == .nature || role == .direction else { return role }
        if RowTexts.direction(of: text) != nil { return .direction }
        if RowTexts.isOperator(text) { return .operatorSign }
        return text.isEmpty ? role : nil
    }

    private mutating func addExtra(_ cell: FormCell, under header: String) {
        let key = unusedKey(header)
        extra[key] = cell.text
        extraPlaces[key] = cell.evidence
    }

    private func unusedKey(_ printed: String) -> String {
        // A column whose header is blank.
        let header = printed.isEmpty ? "-" : printed
        guard extra[header] != nil else { return header }
        var number = 2
        while extra["\(header)\(number)"] != nil { number += 1 }
        return "\(header)\(number)"
    }

    var target: IndicatorValue? {
        ValueGrammar.parse(value: text(.target), operatorText: text(.operatorSign), unitText: text(.unit))
    }

    var actual: IndicatorValue? {
        guard text(.actualUnit) != nil else { return text(.actual).map { ValueGrammar.parse($0) } }
        return ValueGrammar.parse(value: text(.actual), operatorText: nil, unitText: text(.actualUnit))
    }

    var direction: IndicatorRecord.Direction? { RowTexts.direction(of: self[.direction]) }

    /// A target, an actual result, a weight or a score.
    var hasValue: Bool { [.target, .actual, .weight, .score].contains { !self[$0].isEmpty } }

    /// The same, where a placeholder such as "……" counts as nothing.
    func hasValue(besides dictionary: FormDictionary) -> Bool {
        [.target, .actual, .weight, .score].contains { !self[$0].isEmpty && !dictionary.isPlaceholderMark(self[$0]) }
    }

    /// The row's name is that of the row above, and its value is its own.
    var sharesNameOnly: Bool {
        guard let name = cells[.level3], !name.isOwn, !name.text.isEmpty else { return false }
        return [.target, .actual, .weight, .score].contains { (cells[$0]?.isOwn ?? false) && !self[$0].isEmpty }
    }

    var hasAnyText: Bool {
        texts.contains { $0.key != .level1 && $0.key != .level2 && !$0.value.isEmpty } || !extra.isEmpty
    }

    /// Puts the second half of a row cut by the page break behind the first.
    mutating func append(_ other: RowTexts) {
        for role in ColumnRole.allCases where role != .level1 && role != .level2 {
            guard !other[role].isEmpty else { continue }
            texts[role] = self[role] + other[role]
            if cells[role] == nil { cells[role] = other.cells[role] }
            if let place = other.places[role] {
                if places[role] == nil { places[role] = place } else { places[role]?.append(place) }
            }
        }
        for (key, value) in other.extra { extra[key] = (extra[key] ?? "") + value }
        for (key, place) in other.extraPlaces { extraPlaces.append(place, to: key) }
        repairs.formUnion(other.repairs)
        raw.merge(other.raw) { $0 + $1 }
        confidence = min(confidence, other.confidence)
    }

    mutating func set(_ role: ColumnRole, to text: String) { texts[role] = text }

    /// Where the fields of a record stand that are made of these texts; the levels are those of this row alone.
    var evidence: EvidenceOfFields {
        var evidence: EvidenceOfFields = [:]
        // Operator, value and unit of a target may stand in three columns; that is the order of the roles.
        for role in ColumnRole.allCases where !self[role].isEmpty {
            evidence.append(places[role], to: role.recordField)
        }
        for (key, place) in extraPlaces { evidence["extra.\(key)"] = place }
        return evidence
    }

    /// Takes captions of the block (绩效指标) out of the level columns: without lines they fall into the column beside them.
    mutating func dropCaptions(dictionary: FormDictionary) {
        for role in [ColumnRole.level1, .level2] where dictionary.isIndicatorCaption(self[role]) {
            texts[role] = ""
        }
    }

    static func direction(of text: String) -> IndicatorRecord.Direction? {
        switch labelKey(text) {
        case "正向", "正向指标", "正": .positive
        case "反向", "逆向", "负向", "反向指标", "逆向指标", "负向指标": .negative
        default: nil
        }
    }

    /// A comparator alone, or 定性.
    static func isOperator(_ text: String) -> Bool {
        let key = labelKey(text)
        if key == "定性" || key == "定性指标" { return true }
        return !key.isEmpty && key.allSatisfy { "≥≤=><".contains($0) }
            || ["不低于", "不少于", "不超过", "不高于", "大于", "小于", "等于", "大于等于", "小于等于"].contains(key)
    }
}

extension RowTexts {
    /// Puts a row right whose texts stand one column beside their own, told by what the cells hold.
    mutating func mendShift(dictionary: FormDictionary) {
        if mendNameInLevelColumn(dictionary: dictionary) || mendValueInRemark() { repairs.insert(.cellShifted) }
    }

    /// The indicator's name stands in a level column, its value in the next one or wherever it was left.
    private mutating func mendNameInLevelColumn(dictionary: FormDictionary) -> Bool {
        guard self[.target].isEmpty || self[.level3].isEmpty else { return false }
        for level in [ColumnRole.level2, .level1] {
            guard let cell = cells[level], cell.isOwn, !self[level].isEmpty else { continue }
            let label = LevelLabel(self[level]).text
            let known = dictionary.level1Code(label) != nil || dictionary.level2Code(label) != nil
            guard !known else { continue }
            guard self[.level3].isEmpty || RowTexts.looksLikeValue(self[.level3]) else { continue }
            let below = level == .level1 ? self[.level2] : ""
            guard below.isEmpty || RowTexts.looksLikeValue(below) else { continue }
            let lower: [ColumnRole] = level == .level1 ? [.level3, .level2, .target] : [.level3, .target]
            let home = lower.first { !self[$0].isEmpty } ?? .target
            let value = (text: self[home], place: places[home])
            var labels: [String] = []
            if level == .level2 {
                // The whole row ran to the left: its levels stand one column further left too.
                labels = [left, self[.level1]].filter { dictionary.level2Code($0) != nil }
            }
            texts[.level3] = self[level]
            places[.level3] = places[level]
            texts[level] = ""
            if level == .level1 { texts[.level2] = "" }
            if self[.target].isEmpty, !value.text.isEmpty {
                texts[.target] = value.text
                places[.target] = value.place
            }
            if self[.target].isEmpty { _ = mendValueInRemark() }
            if level == .level2, labels.count == 2, cells[.level1]?.isOwn == true {
                texts[.level2] = labels[1]
                places[.level2] = places[.level1]
                texts[.level1] = left
                places[.level1] = leftPlace
            }
            return true
        }
        return false
    }

    /// The value stands in the remark column and the value column is blank.
    private mutating func mendValueInRemark() -> Bool {
        guard self[.target].isEmpty, self[.actual].isEmpty, RowTexts.looksLikeValue(self[.remark]) else { return false }
        texts[.target] = self[.remark]
        places[.target] = places[.remark]
        texts[.remark] = ""
        return true
    }

    /// A figure, range or date alone: what no name and no remark looks like.
    static func looksLikeValue(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        return ValueGrammar.parse(text).kind != .qualitative
    }
}
