internal import OrderedCollections
internal import PageModel

/// Reads the rows between one form's title and the next one's into a form record.
struct FormReader {
    private let dictionary: FormDictionary
    private var head: HeadReader
    private var funds: FundsReader?
    private var indicators: IndicatorReader?
    private var pages: Set<Int> = []
    private var box: Rect?
    private var source: RecordSource?
    private let title: String?
    private let kind: FormKind
    private var goals: GoalHeader?
    /// From a line over the form; nil where there is none.
    private var moneyPower: Int?
    /// The first level that the last line outside tables announced.
    private var announced: LevelLabel?
    /// Text below the last table is part of the form only until prose or other tables begin.
    private var footIsClosed = false
    /// The forms of a table whose rows are several projects, all but the last.
    private var finished: [FormRecord] = []
    private var baseHead: HeadReader?
    private var baseFunds: FundsReader?
    /// What the lines above the first table say: it holds for every form under the title.
    private var titleHead: HeadReader?
    /// The table whose columns the indicators have.
    private var indicatorTable: FormRow.Origin?
    private var projectCell: Int?
    private var ocrRaw: OrderedDictionary<String, String> = [:]
    /// Texts of the header cells that announced a column of the indicator table.
    private var headers: Set<String> = []
    private var headingNotes: [PageNote] = []
    /// Places of the rows of the indicator headers.
    private var headerRows: Set<Int> = []
    /// Highest confidence of the records to which text that was not taken up may belong.
    private let unreadTextConfidence = 0.85

    /// - Parameters:
    ///   - title: Nil for a form without one.
    ///   - year: The one in the title's line.
    init(title: PlacedText?, year: Int?, dictionary: FormDictionary) {
        self.dictionary = dictionary
        self.title = title?.text
        let kind = title.map { dictionary.titles.kind(of: $0.text) } ?? .other
        self.kind = kind
        head = HeadReader(dictionary: dictionary, isDepartment: kind.isDepartment)
        head.fiscalYear = year
        head.note(title?.evidence, of: "form_title")
        if year != nil { head.note(title?.evidence?.based(on: .title), of: "fiscal_year") }
    }

    /// Reads all rows of the form.
    ///
    /// - Returns: One form, or one for each project of a table with projects as rows; none when the rows hold no
    ///   indicator table: a title alone makes no form.
    mutating func read(_ rows: [FormRow]) -> [FormRecord] {
        let mended = LabelRepair(dictionary: dictionary).mended(rows)
        ocrRaw = mended.raw
        let rows = withLabelsMoved(CutRows(dictionary: dictionary).joined(mended.rows))
        let relevant = relevantTables(in: rows)
        var index = 0
        while index < rows.count {
            let row = rows[index]
            if case .table = row.origin, !relevant.contains(row.origin) {
                if indicators != nil { footIsClosed = true }
                index += 1
                continue
            }
            index += row.isTable ? readTableRow(at: index, of: rows) : readTextRow(row)
        }
        let last = record()
        return accounted(finished + [last].compactMap { $0 }, rows: rows, relevant: relevant)
    }

    /// The forms with notes of the texts of their tables that nothing took up; these lower the confidence of the records
    /// that they may belong to.
    private func accounted(_ forms: [FormRecord], rows: [FormRow], relevant: Set<FormRow.Origin>) -> [FormRecord] {
        guard !forms.isEmpty else { return [] }
        let account = CellAccount(forms: forms, headers: headers, dictionary: dictionary)
        let scopes = forms.map { UnreadScope(rows: rows, headerRows: headerRows, indicators: $0.indicators) }
        let unread = rows.indices.filter { relevant.contains(rows[$0].origin) }.map { place in
            let records = zip(forms, scopes).flatMap { form, scope in
                scope.records(beginningIn: place).map { form.indicators[$0] }
            }
            return (place: place, cells: account.unread(in: rows[place], of: records))
        }.filter { !$0.cells.isEmpty }
        guard !unread.isEmpty else { return forms }
        return zip(forms, scopes).map { form, scope in
            let own = unread.filter { forms.count == 1 || form.pages.contains(rows[$0.place].page) }
            var form = form
            form.notes += CellAccount.notes(on: own.map { (row: rows[$0.place], cells: $0.cells) })
            for (place, cells) in own {
                let concerned = scope.records(concernedBy: cells, at: place)
                form.limitConfidence(to: unreadTextConfidence, of: concerned ?? Set(form.indicators.indices))
            }
            return form
        }
    }

    /// The rows with the labels of levels moved to their first row where no lines say which rows they hold for.
    private func withLabelsMoved(_ rows: [FormRow]) -> [FormRow] {
        var rows = rows
        var index = 0
        while index < rows.count {
            guard rows[index].isAligned,
                let header = IndicatorColumns(rows: rows[index...].prefix(4), dictionary: dictionary)
            else {
                index += 1
                continue
            }
            let reader = IndicatorReader(columns: header, dictionary: dictionary)
            let start = index + header.rowCount
            let end =
                rows[start...].firstIndex { row in
                    row.origin != rows[index].origin || !reader.fits(row)
                        || row.filled.contains { dictionary.label($0.text) == .total }
                } ?? rows.count
            if start < end {
                rows.replaceSubrange(
                    start..<end, with: CenteredLabels(columns: header).moved(Array(rows[start..<end])))
            }
            index = max(end, index + 1)
        }
        return rows
    }

    // MARK: Which tables are the form's

    /// The tables with an indicator header, a known label or a title of the block in them, and those that carry one of
    /// these on.
    private func relevantTables(in rows: [FormRow]) -> Set<FormRow.Origin> {
        var relevant: Set<FormRow.Origin> = []
        var labels: [FormRow.Origin: Set<String>] = [:]
        var last: FormRow.Origin?
        var before: FormRow.Origin?
        for (index, row) in rows.enumerated() where row.isTable {
            if last != row.origin { before = last }
            defer { last = row.origin }
            if relevant.contains(row.origin) { continue }
            if row.continuesTable, let last, last != row.origin, relevant.contains(last) {
                relevant.insert(row.origin)
                continue
            }
            if IndicatorColumns(rows: rows[index...].prefix(4), dictionary: dictionary) != nil {
                relevant.insert(row.origin)
                continue
            }
            for cell in row.filled {
                if dictionary.label(cell.text) != nil || dictionary.isCaption(cell.text)
                    || dictionary.isFundCaption(cell.text)
                {
                    labels[row.origin, default: []].insert(labelKey(cell.text))
                }
            }
            if labels[row.origin, default: []].count >= 2 { relevant.insert(row.origin) }
            // The sums may stand in a small table of their own.
            if last != row.origin, let before, relevant.contains(before), isTableOfSums(at: index, of: rows) {
                relevant.insert(row.origin)
            }
        }
        return relevant
    }

    /// Whether a row begins a table of two rows at most, one of which is that of the sums.
    private func isTableOfSums(at index: Int, of rows: [FormRow]) -> Bool {
        let table = rows[index...].prefix(3).prefix { $0.origin == rows[index].origin }
        return table.count <= 2
            && table.contains { row in
                row.filled.contains { dictionary.label($0.text) == .total }
                    && row.filled.contains { ValueGrammar.number($0.text) != nil }
            }
    }

    // MARK: Text outside tables

    private mutating func readTextRow(_ row: FormRow) -> Int {
        guard !footIsClosed else { return 1 }
        for cell in row.cells {
            if title != nil, head.fiscalYear == nil, indicators == nil, cell.text.count <= 20,
                let year = DateParser.fiscalYear(in: cell.text)
            {
                head.fiscalYear = year
                head.note(cell.evidence, of: "fiscal_year")
                note(row)
            }
            if let power = unitLine(cell.text) {
                moneyPower = power
            } else if row.filled.count == 1, let label = levelLine(cell) {
                announced = label
                indicators?.announce(label)
            } else if isProse(cell.text), indicators != nil {
                footIsClosed = true
                return 1
            } else if readFunds(line: cell) || head.readPair(in: cell.placed) {
                note(row)
            }
        }
        return 1
    }

    /// A line that is the label of a first level and nothing else.
    private func levelLine(_ cell: FormCell) -> LevelLabel? {
        guard cell.text.utf8.count <= 60 else { return nil }
        var label = LevelLabel(withoutOutline(cell.text))
        label.evidence = cell.evidence
        return dictionary.level1Code(label.text) == nil ? nil : label
    }

    /// "单位：万元", "金额单位：元": holds for the whole form and is no field.
    private func unitLine(_ text: String) -> Int? {
        guard text.utf8.count <= 60 else { return nil }
        let key = labelKey(text)
        guard key.holds(":"), let colon = key.firstIndex(of: ":"), dictionary.isUnitLabel(String(key[..<colon])) else {
            return nil
        }
        let unit = String(key[key.index(after: colon)...])
        return MoneyUnit.isUnit(unit) ? MoneyUnit.power(in: unit) : nil
    }

    /// A paragraph, or the numbered heading of one.
    private func isProse(_ text: String) -> Bool {
        if text.count > 30 { return !HeadReader.startsWithLabel(text) }
        let key = labelKey(text)
        return withoutNumbering(key) != key
    }

    private mutating func note(_ row: FormRow) {
        pages.insert(row.page)
        if let source {
            if source.page == row.page { box = box?.union(row.pageBox) ?? row.pageBox }
        } else {
            source = RecordSource(page: row.page, box: row.pageBox, textSource: row.textSource)
            box = row.pageBox
        }
    }

    // MARK: Table rows

    /// - Returns: How many rows were read.
    private mutating func readTableRow(at index: Int, of rows: [FormRow]) -> Int {
        let row = rows[index]
        if titleHead == nil { titleHead = head }
        startNextProject(row)
        note(row)
        if row.filled.isEmpty && (indicators?.fits(row) ?? false) == false { return 1 }
        if var header = IndicatorColumns(rows: rows[index...].prefix(4), dictionary: dictionary) {
            header = ColumnEvidence(rows[(index + header.rowCount)...], columns: header, dictionary: dictionary)
                .settled(header)
            for row in rows[index..<(index + header.rowCount)] { note(row) }
            headerRows.formUnion(index..<(index + header.rowCount))
            // Those that are not known stand in the records or in a note, unless no row was read under them.
            let known = header.columns.filter { $0.role != nil || dictionary.knows(header: $0.header) }
            headers.formUnion((known + header.headColumns).map(\.header))
            for parent in parents(of: header, in: rows[index..<(index + header.rowCount)]) {
                headers.insert(parent)
                noteUnknown(parent, page: row.page)
            }
            if indicators == nil {
                indicators = IndicatorReader(columns: header, dictionary: dictionary)
                if let announced { indicators?.announce(announced) }
            } else {
                indicators?.use(header, page: row.page)
            }
            goals = nil
            indicatorTable = row.origin
            return header.rowCount
        }
        if let unit = row.filled.first(where: { unitLine($0.text) != nil }) {
            moneyPower = unitLine(unit.text)
            if row.filled.count == 1 { return 1 }
        }
        if readTotal(row) || readExecution(row) { return 1 }
        if indicators?.readGroup(row) ?? false { return 1 }
        if let reader = indicators, reader.fits(row), !startsFoot(row) {
            if readProject(row, columns: reader.columns) { indicators?.read(row) }
            return 1
        }
        if readGoals(row) { return 1 }
        if readFunds(row) { return 1 }
        head.read(row)
        return 1
    }

    /// Headers over several columns that are made of the words of headers, or of which all columns are further ones: these
    /// keep the lowest cell.
    private func parents(of header: IndicatorColumns, in rows: ArraySlice<FormRow>) -> [String] {
        rows.dropLast().flatMap(\.filled).filter { cell in
            let below = header.columns.filter { cell.box.x0 <= $0.middle && $0.middle < cell.box.x1 }
            return dictionary.endsInHeaderNoun(cell.text) || below.count > 1 && below.allSatisfy { $0.role == nil }
        }.map(\.text)
    }

    /// A heading over further columns that is no word of a header: it stands in no record, for the lowest cell is the key.
    private mutating func noteUnknown(_ heading: String, page: Int) {
        guard !dictionary.endsInHeaderNoun(heading), !dictionary.isCaption(heading) else { return }
        let note = PageNote(
            .columnUnknown, page: page, "The heading \"\(heading)\" over further columns is not understood.")
        if !headingNotes.contains(note) { headingNotes.append(note) }
    }

    /// Begins another form under the same title where the head of a further project follows the indicators of one.
    private mutating func startNextProject(_ row: FormRow) {
        guard let reader = indicators, !reader.records.isEmpty, !kind.isDepartment, projectCell == nil,
            let name = projectName(in: row), let last = head.texts[.projectName], name != last
        else { return }
        if let record = record() { finished.append(record) }
        let year = head.fiscalYear
        head = titleHead ?? HeadReader(dictionary: dictionary, isDepartment: false)
        if head.fiscalYear == nil { head.fiscalYear = year }
        (funds, goals, announced, source, box) = (nil, nil, nil, nil, nil)
        pages = []
        footIsClosed = false
        // A band between the rows of one table keeps its header.
        indicators =
            indicatorTable == row.origin ? IndicatorReader(columns: reader.columns, dictionary: dictionary) : nil
    }

    /// The project that a row of the head names, in a cell behind the label or in the label's own.
    private func projectName(in row: FormRow) -> String? {
        for (cell, next) in zip(row.filled, row.filled.dropFirst().map(Optional.init) + [nil]) {
            if dictionary.label(cell.text) == .projectName { return next?.text }
            for part in cell.parts.isEmpty ? [cell.text] : cell.parts {
                // Most cells have no colon, which is quickly seen by their bytes.
                guard part.holds(":") || part.holds("："), let colon = part.firstIndex(where: { ":：".contains($0) }),
                    dictionary.label(String(part[..<colon])) == .projectName
                else { continue }
                return String(part[part.index(after: colon)...])
            }
        }
        return nil
    }

    /// Begins a form of its own where a row names another project.
    ///
    /// - Returns: False for a row of the unit above its projects, which holds no indicator.
    private mutating func readProject(_ row: FormRow, columns: IndicatorColumns) -> Bool {
        guard let name = columns.headColumns.first(where: { dictionary.labels(in: $0.header).contains(.projectName) }),
            let cell = row.cell(at: name.middle)
        else { return true }
        let hasIndicator = columns.columns.contains { column in
            row.cell(at: column.middle).map { !$0.text.isEmpty } ?? false
        }
        guard hasIndicator else {
            readUnit(row, columns: columns)
            return false
        }
        guard cell.isOwn, !cell.text.isEmpty, cell.id != projectCell else { return true }
        if let record = record() {
            finished.append(record)
            indicators = IndicatorReader(columns: columns, dictionary: dictionary)
        }
        if let baseHead { head = baseHead } else { baseHead = head }
        if projectCell == nil { baseFunds = funds } else { funds = baseFunds }
        projectCell = cell.id
        for column in columns.headColumns {
            // A cell merged over several projects holds for each of them.
            guard let value = row.cell(at: column.middle) else { continue }
            if column.header == name.header {
                head.take(.projectName, value: value.placed)
            } else if dictionary.fundItem(column.header) != nil || column.moneyPower != nil,
                ValueGrammar.amount(value.text) != nil
            {
                var reader = funds ?? FundsReader(dictionary: dictionary, power: moneyPower)
                reader.take(
                    label: PlacedText(column.header, at: column.evidence), amount: value.placed,
                    power: column.moneyPower)
                funds = reader
            } else {
                head.take(label: column.header, value: value.placed)
            }
        }
        return true
    }

    /// A row of a unit above the projects that it sums up: its texts are fields of every project below.
    private mutating func readUnit(_ row: FormRow, columns: IndicatorColumns) {
        var head = baseHead ?? head
        let cells = columns.headColumns.compactMap { column in
            row.cell(at: column.middle).flatMap {
                $0.text.isEmpty || !$0.isOwn ? nil : (column: column, value: $0.placed)
            }
        }
        // The unit's own text parts its fields from those of its projects, which have the same labels.
        let unit = cells.filter { ValueGrammar.amount($0.value.text) == nil }
        let name = unit.map(\.value.text).joined(separator: " ")
        let figures = cells.filter { ValueGrammar.amount($0.value.text) != nil }
        for (column, value) in figures { head.put(value, under: name + " " + column.header) }
        if figures.isEmpty { for (column, value) in unit { head.put(value, under: column.header) } }
        baseHead = head
    }

    /// A row of the indicator table's columns that nevertheless carries a label of the foot.
    private func startsFoot(_ row: FormRow) -> Bool {
        guard let first = row.filled.first else { return false }
        if dictionary.isNote(first.text) { return true }
        // "填表人：…  联系电话：…" in cells of the indicator columns.
        if row.filled.allSatisfy({ HeadReader.startsWithLabel($0.text) }), dictionary.isPlaceholder(first.text) == false
        {
            return row.filled.contains { !HeadReader.endsWithColon($0.text) }
        }
        guard let role = dictionary.label(first.text) else { return false }
        return ![.total, .expectedGoal].contains(role) || row.filled.count <= 2
    }

    /// "总分 | 100 | 98.64": the figures go where the columns say.
    private mutating func readTotal(_ row: FormRow) -> Bool {
        guard let reader = indicators, let label = row.filled.first(where: { dictionary.label($0.text) == .total })
        else { return false }
        guard
            row.filled.allSatisfy({
                $0.id == label.id || ValueGrammar.number($0.text) != nil || $0.box.x1 <= label.box.x0 + 1
                    || dictionary.label($0.text) != nil
                    || dictionary.fundItem($0.text) == nil && $0.box.x0 > label.box.x1 - 1
            })
        else { return false }
        let weight = reader.columns.first(.weight).flatMap { row.cell(at: $0.middle) }
        let score = reader.columns.first(.score).flatMap { row.cell(at: $0.middle) }
        var figures = row.filled.filter { $0.box.x0 >= label.box.x1 - 1 && ValueGrammar.number($0.text) != nil }
        if row.origin != indicatorTable, !row.continuesTable, figures.count == 2, reader.columns.has(.score) {
            head.totalWeight = ValueGrammar.number(figures[0].text)
            head.totalScore = ValueGrammar.number(figures[1].text)
            head.note(figures[0].evidence, of: "total_weight")
            head.note(figures[1].evidence, of: "total_score")
            return true
        }
        // A figure under both columns is the score.
        if let weight, weight.id != label.id, weight.id != score?.id, let number = ValueGrammar.number(weight.text) {
            head.totalWeight = number
            head.note(weight.evidence, of: "total_weight")
            figures.removeAll { $0.id == weight.id }
        }
        if let score, score.id != label.id, let number = ValueGrammar.number(score.text) {
            head.totalScore = number
            head.note(score.evidence, of: "total_score")
            figures.removeAll { $0.id == score.id }
        }
        if let grade = row.filled.first(where: { $0.id != label.id && HeadReader.grade(of: $0.text) != nil }) {
            head.append(grade.placed, to: .grade)
        }
        // One figure in a cell that reaches over the columns is the score where the form has scores.
        if let figure = figures.last, let number = ValueGrammar.number(figure.text) {
            if reader.columns.has(.score) {
                if head.totalScore == nil {
                    head.totalScore = number
                    head.note(figure.evidence, of: "total_score")
                }
            } else if head.totalWeight == nil {
                head.totalWeight = number
                head.note(figure.evidence, of: "total_weight")
            }
        }
        return true
    }

    /// "预算执行率（10分） | 10 | 9.76" among the rows of the indicator table: the points of the budget's execution, which
    /// belong to the total of the funding block.
    private mutating func readExecution(_ row: FormRow) -> Bool {
        guard let columns = indicators?.columns, let name = columns.first(.level3), let label = row.filled.first,
            isExecution(LevelLabel(label.text).text), label.box.x1 > name.range.lowerBound + 1,
            row.filled.dropFirst().allSatisfy({ ValueGrammar.number($0.text) != nil }),
            [ColumnRole.target, .actual].allSatisfy({ role in
                columns.first(role).flatMap { row.cell(at: $0.middle) }.map { $0.id == label.id || $0.text.isEmpty }
                    ?? true
            })
        else { return false }
        func figure(_ role: ColumnRole) -> FormCell? {
            columns.first(role).flatMap { row.cell(at: $0.middle) }
                .flatMap { $0.id == label.id || ValueGrammar.number($0.text) == nil ? nil : $0 }
        }
        return funds?.take(points: figure(.weight)?.placed, score: figure(.score)?.placed) ?? false
    }

    private func isExecution(_ label: String) -> Bool {
        dictionary.fundColumn(label) == .executionRate || dictionary.level2Code(label) == "budget_execution"
    }

    /// Goals and their results as columns under their labels.
    private mutating func readGoals(_ row: FormRow) -> Bool {
        let filled = row.filled
        if let header = GoalHeader(filled, dictionary: dictionary) {
            goals = header
            return true
        }
        guard let header = goals else { return false }
        let cells = header.columns.map { row.cell(at: $0.middle) }
        let ids = Set(cells.compactMap { $0?.id })
        // Only rows with a cell of their own under each goal are the block's, and they hold nothing else.
        guard ids.count == cells.count, filled.allSatisfy({ ids.contains($0.id) }) else {
            goals = nil
            return false
        }
        for (column, cell) in zip(header.columns, cells) {
            guard let cell, cell.isOwn else { continue }
            if let role = column.role {
                head.append(cell.placed, to: role)
            } else {
                head.put(cell.placed, under: column.label)
            }
        }
        return true
    }

    private mutating func readFunds(line cell: FormCell) -> Bool {
        guard indicators == nil, cell.text.holds("元") else { return false }
        var reader = funds ?? FundsReader(dictionary: dictionary, power: moneyPower)
        guard reader.take(line: cell) else { return false }
        funds = reader
        return true
    }

    private mutating func readFunds(_ row: FormRow) -> Bool {
        guard indicators == nil else { return false }
        var reader = funds ?? FundsReader(dictionary: dictionary, power: moneyPower)
        guard reader.fits(row) else { return false }
        let known = reader.others.count
        reader.read(row)
        for other in reader.others.dropFirst(known) { head.take(label: other.label, value: other.value) }
        funds = reader
        return true
    }

    // MARK: The record

    /// That of the head, and of what follows from it.
    private var evidence: EvidenceOfFields {
        var evidence = head.evidence
        if evidence["department_code"] == nil { evidence["department_code"] = evidence["department"] }
        if evidence["grade"] == nil { evidence["grade"] = evidence["conclusion"] }
        return evidence
    }

    private mutating func record() -> FormRecord? {
        guard let indicators, !indicators.records.isEmpty, let source else { return nil }
        for sum in indicators.sums { head.put(sum.value, under: sum.label) }
        headers.formUnion(indicators.unknownHeaders.map(\.header))
        var record = FormRecord(
            kind: kind, title: title, fiscalYear: head.fiscalYear,
            projectName: kind.isDepartment ? nil : head.texts[.projectName], department: head.department?.name,
            departmentCode: head.department?.code, implementingUnit: head.implementingUnit,
            reportingUnit: head.texts[.reportingUnit],
            reportDate: head.texts[.reportDate].flatMap { DateParser.isoDay($0) }, funds: funds?.lines ?? [],
            expectedGoal: head.texts[.expectedGoal], actualCompletion: head.texts[.actualCompletion],
            overview: head.texts[.overview], policyBasis: head.texts[.policyBasis], duties: head.texts[.duties],
            totalWeight: head.totalWeight, totalScore: head.totalScore, conclusion: head.texts[.conclusion],
            grade: head.grade, contact: head.texts[.contact], fields: head.fields,
            indicators: indicators.checkedRecords, pages: pages.sorted(), checks: [],
            source: RecordSource(page: source.page, box: box ?? source.box, textSource: source.textSource),
            ocrRaw: ocrRaw)
        let audit = Auditor().audit(record, unitConflicts: funds?.unitConflicts ?? [])
        let guesses = (funds?.guesses ?? []).map { PageNote(.columnsInferred, page: source.page, $0) }
        record.evidence = evidence
        record.notes = headingNotes + indicators.notes + indicators.notesOnBlankColumns + guesses + audit.notes
        record.checks = audit.checks
        return record
    }
}
