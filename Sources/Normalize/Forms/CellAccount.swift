internal import OrderedCollections
internal import PageModel

/// Accounts for every cell of a form's tables: finds the texts that no record, field, fund, goal or caption took up.
///
/// It looks at what came out, not at what the readers meant to take, so that it finds their faults as well.
struct CellAccount {
    private let dictionary: FormDictionary
    private let forms: [FormRecord]
    /// Texts of the forms' fields, without blanks.
    private var texts: Set<String> = []
    /// All of them in one, each on a line: a cell may be a part of a field, as the halves of a row cut by a page are.
    private var joined = ""
    private var numbers: Set<DecimalNumber> = []
    /// Those of the head, the funds and the totals, which hold for every row.
    private var numbersOfForms: Set<DecimalNumber> = []
    private var joinedOfForms = ""
    /// Texts of up to so many characters may stand in a longer one by chance.
    private let longestShort = 4

    /// - Parameters:
    ///   - forms: What was read from the rows.
    ///   - headers: Texts of the header cells that announced a column.
    init(forms: [FormRecord], headers: Set<String>, dictionary: FormDictionary) {
        self.dictionary = dictionary
        self.forms = forms
        for text in headers { take(text) }
        for form in forms { takeHead(of: form) }
        numbersOfForms = numbers
        let headTexts = texts
        for form in forms { for record in form.indicators { take(record) } }
        // In any order: what is sought is a part of one of them.
        joinedOfForms = headTexts.joined(separator: "\n")
        joined = texts.joined(separator: "\n")
    }

    /// The cells of a row that were taken up by nothing.
    ///
    /// - Parameter records: Those that begin in the row: its figures are theirs, and not another row's that are alike.
    func unread(in row: FormRow, of records: [IndicatorRecord] = []) -> [FormCell] {
        guard !row.numbersColumns else { return [] }
        return row.filled.filter { cell in
            !(isAccountedFor(cell) && holdsFigure(cell, in: records)) && !isCaption(cell, in: row)
                && !isOrdinal(cell, in: row)
        }
    }

    /// Whether a cell is no bare figure, or one of these records has it.
    private func holdsFigure(_ cell: FormCell, in records: [IndicatorRecord]) -> Bool {
        guard !records.isEmpty, let number = ValueGrammar.number(cell.text) ?? ValueGrammar.amount(cell.text),
            !holds(number, among: numbersOfForms)
        else {
            return true
        }
        let key = CellAccount.key(cell.text)
        if CellAccount.isFigure(key, in: joinedOfForms) { return true }
        return records.contains { record in
            [record.level1Weight, record.weight, record.score].contains(number)
                || CellAccount.texts(of: record).contains { CellAccount.isFigure(key, in: CellAccount.key($0)) }
        }
    }

    /// The number of a row before its other cells.
    private func isOrdinal(_ cell: FormCell, in row: FormRow) -> Bool {
        row.filled.count >= 3 && row.filled.first?.id == cell.id
            && (Int(folded(cell.text)).map { 1...999 ~= $0 } ?? false)
    }

    /// A heading that ends in the noun of one and stands alone in its row, or beside several rows.
    private func isCaption(_ cell: FormCell, in row: FormRow) -> Bool {
        (row.filled.count == 1 || cell.box.height > row.box.height + 1)
            && (dictionary.endsInHeaderNoun(cell.text) || dictionary.endsInFundNoun(cell.text))
    }

    // MARK: What the forms hold

    private mutating func take(_ text: String?) {
        guard let text else { return }
        let key = CellAccount.key(text)
        if !key.isEmpty { texts.insert(key) }
    }

    private mutating func takeHead(of form: FormRecord) {
        let head = [
            form.title, form.projectName, form.department, form.departmentCode, form.implementingUnit,
            form.reportingUnit, form.expectedGoal, form.actualCompletion, form.overview, form.policyBasis, form.duties,
            form.conclusion, form.grade, form.contact,
        ]
        for text in head { take(text) }
        for (label, value) in form.fields {
            take(label)
            take(value)
        }
        for line in form.funds { take(line) }
        for number in [form.totalWeight, form.totalScore].compactMap({ $0 }) { numbers.insert(number) }
    }

    private mutating func take(_ line: FundLine) {
        take(line.label)
        let figures = [
            line.amount, line.initialBudget, line.adjustedBudget, line.executed, line.weight, line.executionRate,
            line.score,
        ]
        numbers.formUnion(figures.compactMap { $0 })
    }

    private mutating func take(_ record: IndicatorRecord) {
        for text in CellAccount.texts(of: record) { take(text) }
        for header in record.extra.keys { take(header) }
        numbers.formUnion([record.level1Weight, record.weight, record.score].compactMap { $0 })
    }

    private static func texts(of record: IndicatorRecord) -> [String] {
        let columns = [
            record.level1, record.level2, record.level3, record.target?.text, record.actual?.text, record.scoringRule,
            record.varianceReason, record.remark,
        ]
        return columns.compactMap { $0 } + record.extra.values
    }

    // MARK: Whether a text is among it

    private func isAccountedFor(_ text: String) -> Bool {
        let key = CellAccount.key(text)
        if key.isEmpty || texts.contains(key) || dictionary.isWord(text, isWordOfTheForm) { return true }
        if let number = ValueGrammar.number(text) ?? ValueGrammar.amount(text) {
            return holds(number) || CellAccount.isFigure(key, in: joined)
        }
        return isPart(key) || isDate(text) || isPairs(text) || isCodeAndName(text) || isLevelWithWeight(text)
            || isLinesOfFunds(text) || isNumberedLabel(text) || isPairOfLevels(text) || isGrade(text)
            || isNumbered(text)
    }

    /// As for a text; the lines of a cell may be lines of the funding block.
    private func isAccountedFor(_ cell: FormCell) -> Bool {
        isAccountedFor(cell.text)
            || !cell.parts.isEmpty && cell.parts.allSatisfy { isAccountedFor($0) }
            || cell.lines.count > 1 && cell.lines.allSatisfy { $0.isEmpty || isAccountedFor($0) }
    }

    /// Headers, captions and labels that the dictionary knows, and what stands for nothing.
    private func isWordOfTheForm(_ text: String) -> Bool {
        dictionary.column(text) != nil || dictionary.label(text) != nil || dictionary.isCaption(text)
            || dictionary.isFundCaption(text) || dictionary.looksLikeFundCaption(text)
            || dictionary.fundColumn(text) != nil || dictionary.fundItem(text) != nil
            || dictionary.level1Code(text) != nil || dictionary.level2Code(text) != nil
            || dictionary.isPlaceholder(text) || dictionary.isPlaceholderMark(text) || dictionary.isNote(text)
            || RowTexts.isOperator(text) || RowTexts.direction(of: text) != nil || MoneyUnit.isUnit(text)
            || MoneyUnit.bracketed(in: text) != nil || dictionary.titles.isAttachmentMark(text)
    }

    /// Whether a text is a part of one of the fields: anywhere in it where it is long, else at an end, as the halves of a
    /// row cut by a page are, and the sign and unit of a value.
    private func isPart(_ key: String) -> Bool {
        guard joined.holds(key) else { return false }
        return key.count > longestShort || texts.contains { $0.hasPrefix(key) || $0.closes(with: key) }
    }

    /// Whether a figure stands in a text by itself, and not as a part of a longer one.
    private static func isFigure(_ key: String, in text: String) -> Bool {
        guard text.holds(key) else { return false }
        let (text, figure) = (Array(text.utf8), Array(key.utf8))
        func isFigure(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte
        }
        return text.indices.contains { start in
            let end = start + figure.count
            return end <= text.count && text[start..<end].elementsEqual(figure)
                && (start == 0 || !isFigure(text[start - 1])) && (end == text.count || !isFigure(text[end]))
        }
    }

    private func holds(_ number: DecimalNumber) -> Bool { holds(number, among: numbers) }

    private func holds(_ number: DecimalNumber, among numbers: Set<DecimalNumber>) -> Bool {
        if number == .zero || numbers.contains(number) { return true }
        // Money is printed in one unit and kept in another.
        return MoneyUnit.steps.contains { numbers.contains(number.scaled(byPowerOf10: $0)) }
    }

    /// A day or a year that stands in a field of its own.
    private func isDate(_ text: String) -> Bool {
        if let day = DateParser.isoDay(text), forms.contains(where: { $0.reportDate == day }) { return true }
        let year = DateParser.fiscalYear(in: text) ?? Int(folded(text).trimmingBlanks())
        return text.count <= 20 && year != nil && forms.contains { $0.fiscalYear == year }
    }

    /// "填报日期：20250211", "资金总额：120万元，其中：财政拨款：100万元": labels with values, each part accounted for.
    private func isPairs(_ text: String) -> Bool {
        let parts = text.split { "：:，,；;。\n".contains($0) }.map(String.init)
        return parts.count > 1 && parts.allSatisfy { isAccountedFor($0) }
    }

    /// "三、立项必要性", where the text behind the number is accounted for.
    private func isNumbered(_ text: String) -> Bool {
        let key = labelKey(text)
        let bare = withoutNumbering(key)
        return bare != key && !bare.isEmpty && isAccountedFor(bare)
    }

    /// "优☑ 良□ 中□ 差□", of which the form keeps the grade.
    private func isGrade(_ text: String) -> Bool {
        HeadReader.grade(of: text).map { grade in forms.contains { $0.grade == grade } } ?? false
    }

    /// "[187]黔南…局"
    private func isCodeAndName(_ text: String) -> Bool {
        let parts = HeadReader.split(text)
        return parts.code != nil && texts.contains(CellAccount.key(parts.name))
    }

    /// "产出指标（50分）", also with its bracket cut off by a page break.
    private func isLevelWithWeight(_ text: String) -> Bool {
        let label = LevelLabel(text)
        if label.weight != nil { return isPart(CellAccount.key(label.text)) }
        guard let open = text.lastIndex(where: { "(（".contains($0) }), open != text.startIndex,
            !text[open...].contains(where: { ")）".contains($0) })
        else { return false }
        return texts.contains(CellAccount.key(String(text[..<open])))
    }

    /// "产出指标/数量指标", "数量指标—培训人次": a level and what is below it.
    private func isPairOfLevels(_ text: String) -> Bool {
        let parts = text.split(maxSplits: 1) { "/／—-－".contains($0) }.map {
            CellAccount.key(LevelLabel(String($0)).text)
        }
        return parts.count == 2 && parts.allSatisfy { texts.contains($0) }
    }

    /// "资金总额120万元，其中：财政拨款100万元": labels of the funding block with their amounts.
    private func isLinesOfFunds(_ text: String) -> Bool {
        let reader = FundPairs(dictionary: dictionary)
        let pairs = reader.pair(in: text).map { [$0] } ?? reader.sentenceParts(text)
        return !pairs.isEmpty && pairs.allSatisfy { $0.amount.flatMap { ValueGrammar.amount($0) }.map(holds) ?? false }
    }

    /// "年度绩效目标1（40分）": a known label with the number of its group.
    private func isNumberedLabel(_ text: String) -> Bool {
        var key = withoutNote(labelKey(text))
        guard key.last?.isNumber ?? false else { return false }
        while key.last?.isNumber ?? false { key.removeLast() }
        return dictionary.label(key) != nil
    }

    /// The text without blanks and without the colon behind a label.
    private static func key(_ text: String) -> String {
        func isDropped(_ scalar: Unicode.Scalar) -> Bool { scalar.isBlank || scalar == "\n" }
        var key =
            text.unicodeScalars.contains(where: isDropped)
            ? String(String.UnicodeScalarView(text.unicodeScalars.filter { !isDropped($0) })) : text
        while let last = key.last, ":：".contains(last) { key.removeLast() }
        return key
    }
}

extension CellAccount {
    /// One note for each row with unread cells; rows beyond `most` are counted in a last one.
    ///
    /// - Parameter rows: Those with unread cells, each with these.
    static func notes(on rows: [(row: FormRow, cells: [FormCell])], most: Int = 40) -> [PageNote] {
        var notes = rows.prefix(most).map { row, cells in
            let texts = cells.map { $0.text.prefix(80) }.joined(separator: " | ")
            return PageNote(.rowsUnread, page: row.page, "Text of a table of the form was not taken up: \"\(texts)\".")
        }
        if rows.count > most, let last = rows.last {
            notes.append(
                PageNote(
                    .rowsUnread, page: last.row.page,
                    "Text of \(rows.count - most) further rows of the form's tables was not taken up."))
        }
        return notes
    }
}
