internal import OrderedCollections
internal import PageModel

/// Repairs the labels, headers and figures of a form's rows that were read from a picture, before they are understood.
///
/// Rows of text that is in the file pass as they are. Rows below the header of the indicators are left to `RowRepair`.
struct LabelRepair {
    let dictionary: FormDictionary
    var settings = OCRSettings.standard

    /// The rows, and what was read in place of each repaired text.
    func mended(_ rows: [FormRow]) -> (rows: [FormRow], raw: OrderedDictionary<String, String>) {
        guard rows.contains(where: { $0.textSource == .ocr }) else { return (rows, [:]) }
        var rows = rows
        var raw: OrderedDictionary<String, String> = [:]
        /// Tables whose header of indicators was passed.
        var begun = false
        for index in rows.indices where rows[index].isTable && rows[index].textSource == .ocr {
            if isHeader(rows[index]) {
                begun = true
                mendHeader(&rows[index])
                LevelHeaderRepair(dictionary: dictionary).mend(&rows[index], below: rows[(index + 1)...])
            } else if !begun {
                mendLabels(&rows[index])
                mendFigures(&rows[index])
            } else if rows[index].filled.contains(where: { dictionary.label($0.text) == .total }) {
                mendFigures(&rows[index])
            } else {
                // The readings of an indicator stand in its own record.
                continue
            }
            for cell in rows[index].own where !cell.text.isEmpty {
                if let reading = cell.raw { raw[cell.text] = reading }
            }
        }
        return (rows, raw)
    }

    /// At least two cells are columns' names beyond doubt, one of them a level's or a value's.
    private func isHeader(_ row: FormRow) -> Bool {
        let roles = row.filled.compactMap { dictionary.column($0.text) }
        return Set(roles).count >= 2 && roles.contains { $0.isLevel }
    }

    private func mendHeader(_ row: inout FormRow) {
        // Two columns of one kind are rare but in forms whose halves stand side by side: beside 全年指标值 a 半年指标值
        // is what it says.
        let roles = row.cells.compactMap { dictionary.column($0.text) }
        let taken = Set(roles).count == roles.count ? Set(roles) : []
        for index in row.cells.indices where !isKnown(row.cells[index].text) {
            var mended = row.cells[index]
            mend(&mended, with: dictionary.columnTerms, mayLackOne: true)
            guard dictionary.column(mended.text).map({ !taken.contains($0) }) ?? true else { continue }
            row.cells[index] = mended
        }
    }

    /// A label is the first of its row, or stands behind a value: what follows a label is no label.
    private func mendLabels(_ row: inout FormRow) {
        var followsLabel = false
        for index in row.cells.indices where row.cells[index].isOwn && !row.cells[index].text.isEmpty {
            if !followsLabel, !isKnown(row.cells[index].text) {
                mend(&row.cells[index], with: dictionary.labelTerms)
            }
            followsLabel = dictionary.label(row.cells[index].text) != nil
        }
    }

    private func isKnown(_ text: String) -> Bool {
        dictionary.label(text) != nil || dictionary.isCaption(text) || dictionary.isFundCaption(text)
            || dictionary.fundItem(text) != nil || dictionary.fundColumn(text) != nil
            || dictionary.column(text) != nil || dictionary.isUnitLabel(text)
    }

    private func mend(_ cell: inout FormCell, with terms: TermMatcher, mayLackOne: Bool = false) {
        // The bracket that closes a note is lost where it stands alone on a line: "全年预算数（A".
        if let closed = cell.text.withNoteClosed, isKnown(closed) {
            cell.mend(closed, as: .ocrLexicon, confidence: settings.mendedLabel)
            return
        }
        let mended = terms.mendedLabel(cell.text, confidence: cell.confidence, mayLackOne: mayLackOne)
        guard let mended else { return }
        cell.mend(mended, as: .ocrLexicon, confidence: settings.mendedLabel)
    }

    private func mendFigures(_ row: inout FormRow) {
        for index in row.cells.indices where row.cells[index].isOwn {
            guard let figure = FigureRepair.mended(row.cells[index].text, joinsDigits: false) else { continue }
            row.cells[index].mend(figure, as: .ocrValue, confidence: settings.mendedValue)
        }
    }
}

extension TermMatcher {
    /// The label with its bracketed note ("(50分)") or colon kept behind the repaired word.
    func mendedLabel(_ text: String, confidence: Double, mayLackOne: Bool = false) -> String? {
        let start = text.firstIndex { "(（:：".contains($0) } ?? text.endIndex
        if start > text.startIndex, start < text.endIndex {
            // What follows the note is dirt: "(B)|1".
            let end = text.lastIndex { ")）:：".contains($0) } ?? start
            let head = String(text[..<start])
            if let word = word(for: head, confidence: confidence, mayLackOne: mayLackOne) {
                return word + text[start...end]
            }
            let tail = text[end...].dropFirst()
            // A figure behind the note is the label's amount.
            if end > start, !tail.isEmpty, contains(head), !tail.contains(where: { $0.isLetter || $0.isNumber }) {
                return String(text[...end])
            }
        }
        return word(for: text, confidence: confidence, mayLackOne: mayLackOne)
    }
}

extension String {
    /// The text with its one open bracket closed; nil where none is open.
    fileprivate var withNoteClosed: String? {
        guard let open = last(where: { "(（)）".contains($0) }), "(（".contains(open) else { return nil }
        return self + (open == "(" ? ")" : "）")
    }
}
