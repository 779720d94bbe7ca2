internal import OrderedCollections
internal import PageModel

/// Reads the rows of an indicator table into records, with the levels filled down.
struct IndicatorReader {
    private let dictionary: FormDictionary
    private(set) var columns: IndicatorColumns
    private(set) var records: [IndicatorRecord] = []
    private var levels: [Levels]
    private var lastRow: RowTexts?
    private var lastPage = 0
    private var cutLabels = CutLabels()

    /// Of the columns under which rows were read.
    private(set) var unknownHeaders: [(header: String, page: Int)] = []
    /// Columns whose headers are not understood, where the target may stand in one of them.
    private(set) var notes: [PageNote] = []
    /// Highest confidence of a record without a column of targets: every form has one, so it was not understood.
    private let unknownTargetConfidence = 0.6

    /// Highest confidence of a record without a first level: every form has one, so it stands where it was not looked for.
    private let unknownLevelConfidence = 0.8

    /// Levels whose labels stand in rows or lines of their own.
    private var announced: LevelLabel?
    private var announcedLevel2: LevelLabel?
    /// Sums of scores in the rows of such labels, with what they are called.
    private(set) var sums: [(label: String, value: PlacedText)] = []

    /// What holds for the rows below until another label comes.
    private struct Levels {
        var level1: String?
        /// The label with its weight, as printed.
        var printed = ""
        var level1Weight: DecimalNumber?
        var level2: String?
        var level1Cell: Int?
        var level2Cell: Int?
        var level1Place: FieldEvidence?
        var level2Place: FieldEvidence?
    }

    init(columns: IndicatorColumns, dictionary: FormDictionary) {
        self.dictionary = dictionary
        self.columns = columns
        levels = [Levels](repeating: Levels(), count: columns.trees.count)
    }

    /// Takes a further header: a new block starts afresh, a header repeated on a new page goes on.
    mutating func use(_ header: IndicatorColumns, page: Int) {
        let goesOn = header.repeats(columns) && page != lastPage
        columns = header
        if !goesOn || levels.count != header.trees.count {
            levels = [Levels](repeating: Levels(), count: header.trees.count)
            lastRow = nil
        }
    }

    /// Whether the row has the structure of the table's indicator rows.
    func fits(_ row: FormRow) -> Bool {
        guard row.isTable, let name = columns.first(.level3), let cell = row.cell(at: name.middle) else { return false }
        let values = columns.columns.filter { !($0.role?.isLevel ?? false) }
        // A cell that reaches from the name over a value column is a label, a caption or a paragraph.
        if values.contains(where: { row.cell(at: $0.middle)?.id == cell.id }) { return false }
        let levelCells = columns.columns.filter { $0.role?.isLevel ?? false }.compactMap { row.cell(at: $0.middle) }
        return cell.isOwn || levelCells.contains(where: \.isOwn)
            || values.contains { row.cell(at: $0.middle)?.isOwn ?? false }
    }

    // MARK: Levels that stand outside their columns

    /// Takes a level's label that stands alone in a row or line over the rows that it holds for; false for a row that is
    /// none.
    ///
    /// Figures beside it, under the columns of weights and scores, are sums of its rows.
    mutating func readGroup(_ row: FormRow) -> Bool {
        guard let first = row.filled.first, let name = columns.first(.level3) else { return false }
        guard row.filled.dropFirst().allSatisfy({ ValueGrammar.number($0.text) != nil }) else { return false }
        let label = LevelLabel(withoutOutline(first.text))
        let isLevel1 = dictionary.level1Code(label.text) != nil
        guard isLevel1 || dictionary.level2Code(label.text) != nil else { return false }
        // Where the level has a column, a label in it with all others blank is a row without an indicator.
        let home = columns.first(isLevel1 ? .level1 : .level2)
        guard home == nil || first.box.x1 > name.range.lowerBound + 1 else { return false }
        let weight = columns.first(.weight).flatMap { row.cell(at: $0.middle) }
        take(
            LevelLabel(
                text: label.text, weight: label.weight ?? weight.flatMap { ValueGrammar.number($0.text) },
                evidence: first.evidence),
            isLevel1: isLevel1)
        if let column = columns.first(.score), let score = row.cell(at: column.middle), score.id != first.id,
            !score.text.isEmpty
        {
            sums.append((label.text + " " + column.header, score.placed))
        }
        return true
    }

    /// Takes a first level that a line over the table announces.
    mutating func announce(_ label: LevelLabel) { take(label, isLevel1: true) }

    private mutating func take(_ label: LevelLabel, isLevel1: Bool) {
        if isLevel1 {
            announced = label
            announcedLevel2 = nil
        } else {
            announcedLevel2 = label
        }
        lastRow = nil
    }

    private var lacksTargetColumn: Bool { !columns.has(.target) }

    /// Columns that are not understood and hold nothing: their headers stand in no record.
    var notesOnBlankColumns: [PageNote] {
        let used = Set(records.flatMap(\.extra.keys))
        return unknownHeaders.filter { !used.contains($0.header) }.map { header, page in
            PageNote(.columnUnknown, page: page, "The column \"\(header)\" is not understood; it is blank.")
        }
    }

    private mutating func keepUnknownHeaders(page: Int) {
        for column in columns.columns where column.role == nil && !column.header.isEmpty {
            guard !dictionary.knows(header: column.header), !dictionary.isCaption(column.header),
                !unknownHeaders.contains(where: { $0.header == column.header })
            else { continue }
            unknownHeaders.append((column.header, page))
        }
    }

    private mutating func noteInferredColumns(page: Int) {
        for column in columns.columns where column.isInferred || column.isTied {
            let role = column.role?.rawValue ?? ""
            let reason =
                column.isTied
                ? "though another one has the same claim"
                : column.isTold ? "for the ending of its header" : "for what its cells hold"
            let message = "The column \"\(column.header)\" was taken for \(role), \(reason)."
            if !notes.contains(where: { $0.message == message }) {
                notes.append(PageNote(.columnsInferred, page: page, message))
            }
        }
    }

    private mutating func noteUnknownColumns(page: Int) {
        guard lacksTargetColumn else { return }
        for column in columns.columns where column.role == nil {
            let message = "No column of targets is known; the column \"\(column.header)\" is not understood."
            if !notes.contains(where: { $0.message == message }) {
                notes.append(PageNote(.columnUnknown, page: page, message))
            }
        }
    }

    /// Reads one row that `fits`.
    mutating func read(_ row: FormRow) {
        guard !row.numbersColumns else { return }
        columns.splitLevel(under: row)
        noteUnknownColumns(page: row.page)
        noteInferredColumns(page: row.page)
        keepUnknownHeaders(page: row.page)
        for (index, tree) in columns.trees.enumerated() {
            read(RowTexts(row: row, columns: tree, dictionary: dictionary, all: columns), tree: index, row: row)
        }
        lastPage = row.page
    }

    private mutating func read(_ printed: RowTexts, tree: Int, row: FormRow) {
        var texts = printed
        if tree == 0, row.isAligned, isWrapOfLastRow(texts, row: row) {
            appendWrap(texts)
            return
        }
        if tree == 0 { joinCutLabel(&texts, row: row) }
        texts.dropCaptions(dictionary: dictionary)
        var keepsLevel2 = false
        if tree == 0 {
            keepsLevel2 = fillBack(texts, row: row) && texts[.level2].isEmpty
        }
        texts.mendShift(dictionary: dictionary)
        var level = levels[tree]
        var filled = false
        if let group = columns.trees[tree].first(where: { $0.group != nil })?.group, texts[.level1].isEmpty {
            level.level1 = group.text
            level.level1Weight = group.weight
            level.level1Place = group.evidence
        }
        if let cell = texts.cells[.level1], !texts[.level1].isEmpty, cell.isOwn || cell.id != level.level1Cell {
            // A label repeated on a new page may be cut off there.
            let isCut = row.page != lastPage && level.printed.hasPrefix(texts[.level1])
            let label = LevelLabel(isCut ? level.printed : texts[.level1])
            level.printed = isCut ? level.printed : texts[.level1]
            if label.text != level.level1 || cell.id != level.level1Cell {
                // The second half of a merged cell cut by the page repeats its label: the level below goes on too.
                if !keepsLevel2, !(row.page != lastPage && label.text == level.level1 && texts[.level2].isEmpty) {
                    level.level2 = nil
                    level.level2Cell = nil
                }
            }
            level.level1 = label.text
            level.level1Weight = label.weight
            level.level1Cell = cell.id
            if !isCut || level.level1Place == nil { level.level1Place = texts.evidence["level1"] }
            if !columns.has(.level2),
                let pair = LevelLabel.pair(in: texts[.level1], lines: cell.lines, dictionary: dictionary)
            {
                level.level1 = pair.0.text
                level.level1Weight = pair.0.weight
                level.level2 = pair.1.text
                level.level2Place = level.level1Place
            }
        } else {
            filled = true
        }
        if let announced, !columns.has(.level1) || texts[.level1].isEmpty && level.level1 == nil {
            level.level1 = announced.text
            level.level1Weight = announced.weight
            level.level1Place = announced.evidence
        }
        if let announcedLevel2, !columns.has(.level2) {
            level.level2 = announcedLevel2.text
            level.level2Place = announcedLevel2.evidence
        }
        if let cell = texts.cells[.level2], !texts[.level2].isEmpty, cell.isOwn || cell.id != level.level2Cell {
            level.level2 = LevelLabel(texts[.level2]).text
            level.level2Cell = cell.id
            level.level2Place = texts.evidence["level2"]
        } else {
            filled = filled || columns.has(.level2)
        }
        levels[tree] = level

        if continuesLastRow(texts, row: row), tree == 0 {
            appendToLast(texts)
            return
        }
        guard var record = record(from: texts, level: level, row: row, filled: filled) else { return }
        if row.textSource == .ocr, texts.sharesNameOnly, !records.isEmpty {
            // Of two rows under one name the line between their names was lost.
            record.confidence = min(record.confidence, OCRSettings.standard.doubtfulValue)
            records[records.count - 1].confidence = min(records[records.count - 1].confidence, record.confidence)
        }
        records.append(record)
        lastRow = texts
    }

    /// Gives the rows at the bottom of the page before the label that stands at the top of this one: of a merged cell cut
    /// by the page, the label is printed in whichever half holds its middle.
    ///
    /// - Returns: Whether the first level is such a label: the level below then goes on as well.
    private mutating func fillBack(_ texts: RowTexts, row: FormRow) -> Bool {
        var isFilled = false
        for role in [ColumnRole.level1, .level2] {
            guard let cell = texts.cells[role] else { continue }
            guard let start = cutLabels.start(of: role, cell: cell, row: row, records: records.count) else { continue }
            let label = LevelLabel(cell.text)
            isFilled = isFilled || role == .level1
            for index in start..<records.count {
                if role == .level1 {
                    records[index].level1 = label.text
                    records[index].level1Code = dictionary.level1Code(label.text)
                    records[index].level1Weight = label.weight
                    records[index].evidence["level1"] = texts.evidence["level1"]?.based(on: .filledDown)
                } else {
                    records[index].level2 = label.text
                    records[index].level2Code = dictionary.level2Code(label.text)
                    records[index].evidence["level2"] = texts.evidence["level2"]?.based(on: .filledDown)
                }
                records[index].repairs.insert(.pageContinued)
            }
        }
        return isFilled
    }

    /// The label of a cut cell whose second half stands at the top of the page: 产出 | 指标.
    ///
    /// The records that have the first half get the whole.
    private mutating func joinCutLabel(_ texts: inout RowTexts, row: FormRow) {
        let half = texts[.level1]
        guard row.page != lastPage, row.continuesTable, !half.isEmpty, let last = records.last?.level1,
            dictionary.level1Code(half) == nil, !levels[0].printed.isEmpty
        else { return }
        let whole = LevelLabel(levels[0].printed + half)
        guard dictionary.level1Code(whole.text) != nil else { return }
        levels[0].level1Place?.append(texts.evidence["level1"] ?? FieldEvidence())
        for index in records.indices.reversed() {
            guard records[index].level1 == last else { break }
            records[index].evidence.append(texts.evidence["level1"], to: "level1")
            records[index].level1 = whole.text
            records[index].level1Code = dictionary.level1Code(whole.text)
            records[index].level1Weight = whole.weight
            records[index].repairs.insert(.pageContinued)
        }
        texts.set(.level1, to: levels[0].printed + half)
        levels[0].level1 = whole.text
    }

    /// Without lines, the second lines of wrapped cells may have come out as a row: it has names but no value at all.
    private func isWrapOfLastRow(_ texts: RowTexts, row: FormRow) -> Bool {
        guard let lastRow, lastRow.hasValue, row.page == lastPage, records.count > 0 else { return false }
        return !texts[.level3].isEmpty && !texts.hasValue && texts[.operatorSign].isEmpty
            && !dictionary.isPlaceholder(texts[.level3]) && texts[.level3].count < lastRow[.level3].count
    }

    private mutating func appendWrap(_ texts: RowTexts) {
        guard var joined = lastRow, let old = records.last else { return }
        joined.append(texts)
        if !texts[.level1].isEmpty, !lastRowLabel(.level1).isEmpty {
            levels[0].printed += texts[.level1]
            let label = LevelLabel(levels[0].printed)
            levels[0].level1 = label.text
            levels[0].level1Weight = label.weight
            levels[0].level1Place?.append(texts.evidence["level1"] ?? FieldEvidence())
        }
        if !texts[.level2].isEmpty, !lastRowLabel(.level2).isEmpty {
            levels[0].level2 = LevelLabel((levels[0].level2 ?? "") + texts[.level2]).text
            levels[0].level2Place?.append(texts.evidence["level2"] ?? FieldEvidence())
        }
        guard var record = record(from: joined, level: levels[0], source: old.source, filled: false) else { return }
        record.repairs.formUnion(old.repairs)
        record.repairs.insert(.wrapJoined)
        records[records.count - 1] = record
        lastRow = joined
    }

    private func lastRowLabel(_ role: ColumnRole) -> String { lastRow?[role] ?? "" }

    /// A row cut by the page break: its second half has no level of its own, and either no value or the only value.
    private func continuesLastRow(_ texts: RowTexts, row: FormRow) -> Bool {
        guard row.page != lastPage, row.continuesTable, let lastRow, !records.isEmpty else { return false }
        guard [.level1, .level2].allSatisfy({ mayGoOn($0, from: lastRow, to: texts) }) else { return false }
        if texts[.level3].isEmpty { return texts.hasAnyText }
        // Only one of the halves has the values, and a form that gives each row a value has it in the other half.
        return texts.hasValue != lastRow.hasValue
    }

    /// Whether a level's cell may be the lower half of that of the row before: blank, the same, or with the label that the
    /// upper half, a cell of that row alone, has not.
    private func mayGoOn(_ role: ColumnRole, from upper: RowTexts, to lower: RowTexts) -> Bool {
        if lower[role].isEmpty || lower[role] == upper[role] { return true }
        return upper[role].isEmpty && upper.cells[role]?.isOwn ?? false
    }

    private mutating func appendToLast(_ texts: RowTexts) {
        guard var joined = lastRow, let old = records.last else { return }
        joined.append(texts)
        let level = levels[0]
        guard var record = record(from: joined, level: level, source: old.source, filled: false) else { return }
        record.repairs.formUnion(old.repairs)
        record.repairs.insert(.pageContinued)
        records[records.count - 1] = record
        lastRow = joined
    }

    /// The records; those are doubtful that lack a first level after all pages though the header names one, and those
    /// whose text was read from a picture and that lack a value which nearly all others have.
    var checkedRecords: [IndicatorRecord] {
        var checked = records
        for index in checked.indices where checked[index].level1 == nil && columns.has(.level1) {
            checked[index].confidence = min(checked[index].confidence, unknownLevelConfidence)
        }
        let values: [(IndicatorRecord) -> Bool] = [
            { $0.target != nil }, { $0.actual != nil }, { $0.weight != nil }, { $0.score != nil },
        ]
        for has in values {
            let lacking = records.indices.filter { !has(records[$0]) }
            guard Double(lacking.count) <= OCRSettings.standard.rarelyBlank * Double(records.count) else { continue }
            for index in lacking where records[index].source.textSource == .ocr {
                checked[index].confidence = min(checked[index].confidence, OCRSettings.standard.doubtfulValue)
            }
        }
        return checked
    }

    private func record(from texts: RowTexts, level: Levels, row: FormRow, filled: Bool) -> IndicatorRecord? {
        let source = RecordSource(page: row.page, box: row.pageBox, textSource: row.textSource)
        guard var record = record(from: texts, level: level, source: source, filled: filled) else { return nil }
        if row.continuesTable, row.page != lastPage, filled, texts[.level1].isEmpty {
            record.repairs.insert(.pageContinued)
        }
        return record
    }

    private func record(
        from texts: RowTexts, level: Levels, source: RecordSource, filled: Bool
    ) -> IndicatorRecord? {
        let name = texts[.level3]
        let isPlaceholder = name.isEmpty || dictionary.isPlaceholder(name)
        if isPlaceholder, !texts.hasValue(besides: dictionary) { return nil }
        let level2 = level.level2
        var level3 = name
        if level3.isEmpty {
            // The values of a row without a name belong to the deepest label that there is.
            level3 = level2 ?? level.level1 ?? ""
        }
        guard !level3.isEmpty else { return nil }
        var repairs = texts.repairs
        if filled { repairs.insert(.spanFilled) }
        var record = IndicatorRecord(
            level1: level.level1, level2: level2, level3: level3,
            level1Code: level.level1.flatMap { dictionary.level1Code($0) },
            level2Code: level2.flatMap { dictionary.level2Code($0) }, level1Weight: level.level1Weight,
            target: texts.target, actual: texts.actual, weight: ValueGrammar.number(texts[.weight]),
            score: ValueGrammar.number(texts[.score]), direction: texts.direction,
            scoringRule: texts.text(.scoringRule), varianceReason: texts.text(.varianceReason),
            remark: texts.text(.remark), extra: texts.extra, source: source,
            confidence: min(
                texts.confidence, structureConfidence(of: texts, level: level, source: source),
                texts.target == nil && lacksTargetColumn ? unknownTargetConfidence : 1),
            repairs: repairs, ocrRaw: texts.raw)
        record.evidence = evidence(of: texts, level: level)
        return record
    }

    /// Where the fields of a row stand, those that hold for more rows than it included.
    private func evidence(of texts: RowTexts, level: Levels) -> EvidenceOfFields {
        let own = texts.evidence
        var evidence = own
        let levels: [(role: ColumnRole, text: String?, place: FieldEvidence?)] = [
            (.level1, level.level1, level.level1Place), (.level2, level.level2, level.level2Place),
        ]
        for (role, text, place) in levels {
            let field = role.recordField
            // A merged cell stands in each of its rows.
            let isOwn = texts.cells[role]?.isOwn ?? false && place?.lines == own[field]?.lines
            evidence[field] = text == nil ? nil : place?.based(on: isOwn ? .printed : .filledDown)
        }
        if texts[.level3].isEmpty {
            evidence["level3"] = (level.level2Place ?? level.level1Place)?.based(on: .filledDown)
        }
        return evidence
    }

    /// How far a row's structure can be trusted: in a picture, a level that should be there or a column's header may
    /// have been lost, however surely the other cells read.
    private func structureConfidence(of texts: RowTexts, level: Levels, source: RecordSource) -> Double {
        guard source.textSource == .ocr else { return 1 }
        let lacksLevel =
            level.level1 == nil && columns.has(.level1) || level.level2 == nil && columns.has(.level2)
        let hasCutHeader = texts.extra.keys.contains { key in
            let opened = key.count { "([（【〔".contains($0) }
            return opened != key.count { ")]）】〕".contains($0) }
        }
        let hasDirt = [level.level1, level.level2].contains { $0.map(dictionary.isLevelWithMore) ?? false }
        return lacksLevel || hasCutHeader || hasDirt || texts.isDoubtful ? OCRSettings.standard.doubtfulValue : 1
    }
}
