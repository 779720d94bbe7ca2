internal import PageModel
public import TableRecon

/// The normalise stage: takes a document's page layouts in order and gives its forms as soon as each is complete.
///
/// Memory holds the rows of one form at a time, whatever the number of pages.
public struct FormAssembler {
    private let dictionary: FormDictionary
    private var builder = RowBuilder()
    private var title: PlacedText?
    /// The year in the title's line.
    private var year: Int?
    /// The year in a line above the title, where none stands in it or below.
    private var yearAbove: (year: Int, evidence: FieldEvidence?)?
    private var rows: [FormRow] = []
    /// Of the pages since the last form ended, that form's last page included.
    private var notes: [PageNote] = []
    private var isOpen = false
    /// In characters.
    private let longestYear = 8
    /// Rows before any title, kept in case a form without one begins.
    private let largestUntitled = 4000

    public init(dictionary: FormDictionary = .builtIn) {
        self.dictionary = dictionary
    }

    /// Takes the next page.
    ///
    /// - Parameter layout: With its tables linked to those of the page before (`ContinuationTracker`).
    /// - Returns: The forms that this page completes, in document order.
    public mutating func consume(_ layout: PageLayout) -> [FormRecord] {
        var done: [FormRecord] = []
        let pageRows = rows(of: layout)
        notes += layout.notes
        var index = 0
        while index < pageRows.count {
            let row = pageRows[index]
            if let found = titleRow(row), !repeatsTitle(found.text, at: index, of: pageRows) {
                let above = rows.last
                done += close()
                title = found
                year = row.filled.lazy.compactMap { DateParser.fiscalYear(in: $0.text) }.first
                yearAbove = above.flatMap { year(in: $0, above: row) }
                isOpen = true
            } else {
                rows.append(row)
                if !isOpen, rows.count > largestUntitled { rows.removeFirst(rows.count - largestUntitled / 2) }
            }
            index += 1
        }
        return done
    }

    /// The page's rows; those of two forms that stand side by side one form after the other.
    private mutating func rows(of layout: PageLayout) -> [FormRow] {
        guard layout.tables.count > 1, let sides = builder.rowsBySides(of: layout) else {
            return builder.rows(of: layout)
        }
        let headers = sides.indices.filter {
            sides[$0].isTable && IndicatorColumns(rows: sides[$0...].prefix(4), dictionary: dictionary) != nil
        }
        // Two tables of one form stand side by side as well: both sides must have a form's table.
        guard let first = headers.first, let last = headers.last, sides[first].box.x1 <= sides[last].box.x0 else {
            return builder.rows(of: layout)
        }
        return sides
    }

    /// Ends the document.
    public mutating func finish() -> [FormRecord] { close() }

    private mutating func close() -> [FormRecord] {
        defer {
            rows = []
            title = nil
            year = nil
            yearAbove = nil
        }
        var reader = FormReader(title: title, year: year, dictionary: dictionary)
        let forms = reader.read(rows).map { form in
            var form = form.noting(notes)
            if form.fiscalYear == nil, let yearAbove {
                form.fiscalYear = yearAbove.year
                form.evidence["fiscal_year"] = yearAbove.evidence
            }
            return form
        }
        let page = notes.last?.page
        notes.removeAll { $0.page != page }
        return forms
    }

    /// "公开09表　2026年度" above a title.
    private func year(in line: FormRow, above title: FormRow) -> (year: Int, evidence: FieldEvidence?)? {
        guard !line.isTable, line.page == title.page else { return nil }
        return line.filled.lazy.filter { $0.text.count <= longestYear }.compactMap { cell in
            DateParser.fiscalYear(in: cell.text).map { ($0, cell.evidence) }
        }.first
    }

    /// The title that a row alone is, nil for every other row.
    private func titleRow(_ row: FormRow) -> PlacedText? {
        let filled = row.filled
        guard filled.count == 1 || !row.isTable else { return nil }
        for cell in filled {
            if let title = dictionary.titles.title(in: cell.text) { return cell.placed(title) }
        }
        return nil
    }

    /// A title printed again at the top of a further page of the same form: no head follows, the table goes on.
    private func repeatsTitle(_ found: String, at index: Int, of pageRows: [FormRow]) -> Bool {
        guard isOpen, let title, labelKey(found).hasPrefix(labelKey(title.text)) else { return false }
        guard let next = pageRows[(index + 1)...].first(where: \.isTable) else { return false }
        guard next.continuesTable, rows.contains(where: \.isTable) else { return false }
        let texts = pageRows[(index + 1)...].prefix(6).flatMap { $0.filled.map(\.text) }
        return !texts.contains { dictionary.label($0) == .projectName || dictionary.label($0) == .department }
    }
}

extension FormRecord {
    /// The form with the notes of the pages that it stands on.
    fileprivate func noting(_ pageNotes: [PageNote]) -> FormRecord {
        var form = self
        form.notes = pageNotes.filter { pages.contains($0.page) } + form.notes
        return form
    }
}
