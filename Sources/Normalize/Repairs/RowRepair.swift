internal import PageModel

/// Repairs the levels and values of one indicator row that was read from a picture, told by their columns.
struct RowRepair {
    let dictionary: FormDictionary
    var settings = OCRSettings.standard

    func mended(_ row: FormRow, columns: [IndicatorColumns.Column]) -> FormRow {
        var row = row
        let name = text(of: .level3, in: row, columns: columns)
        let target = text(of: .target, in: row, columns: columns)
        let actual = text(of: .actual, in: row, columns: columns)
        let hasUnitColumn = columns.contains { $0.role == .unit }
        for column in columns {
            guard let index = row.index(at: column.middle) else { continue }
            guard let role = column.role else {
                mendMarks(&row.cells[index])
                continue
            }
            let text = row.cells[index].text
            switch role {
            case .level1, .level2:
                guard dictionary.level1Code(text) == nil, dictionary.level2Code(text) == nil,
                    let label = dictionary.levelTerms.mendedLabel(
                        text, confidence: row.cells[index].confidence, mayLackOne: true)
                else { continue }
                row.cells[index].mend(label, as: .ocrLexicon, confidence: settings.mendedLabel)
            case .weight, .score:
                if let figure = FigureRepair.mended(text, joinsDigits: true) {
                    row.cells[index].mend(figure, as: .ocrValue, confidence: settings.mendedValue)
                } else if isDoubtfulPoints(text) {
                    row.cells[index].doubt(settings.doubtfulValue)
                }
            case .target where hasUnitColumn:
                if let figure = FigureRepair.mended(text, joinsDigits: false) {
                    row.cells[index].mend(figure, as: .ocrValue, confidence: settings.mendedValue)
                }
            case .target:
                apply(ValueRepair.value(text, name: name, evidence: actual), to: &row.cells[index])
            case .actual:
                apply(ValueRepair.value(text, name: name, evidence: target), to: &row.cells[index])
            case .unit:
                if text.isEmpty {
                    if ValueRepair.isRate(name), ValueGrammar.number(target) != nil {
                        row.cells[index].doubt(settings.doubtfulValue)
                    }
                } else {
                    apply(ValueRepair.unit(text, name: name), to: &row.cells[index], as: .ocrLexicon)
                }
            case .operatorSign, .nature:
                // An operator column leaves no figure without a sign: the sign was not seen.
                if text.isEmpty, ValueGrammar.number(target) != nil { row.cells[index].doubt(settings.doubtfulValue) }
                mendSign(&row.cells[index])
            case .direction where text.isEmpty:
                // The two columns are at times swapped.
                if ValueGrammar.number(target) != nil { row.cells[index].doubt(settings.doubtfulValue) }
            case .remark, .varianceReason, .scoringRule: mendMarks(&row.cells[index])
            default: continue
            }
        }
        return row
    }

    private func text(of role: ColumnRole, in row: FormRow, columns: [IndicatorColumns.Column]) -> String {
        columns.first { $0.role == role }.flatMap { row.cell(at: $0.middle) }?.text ?? ""
    }

    private func apply(_ outcome: ValueRepair.Outcome, to cell: inout FormCell, as repair: Repair = .ocrValue) {
        switch outcome {
        case .kept: break
        case .mended(let text): cell.mend(text, as: repair, confidence: settings.mendedValue)
        case .doubtful: cell.doubt(settings.doubtfulValue)
        }
    }

    /// A negative number of points, or something that is none.
    private func isDoubtfulPoints(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        return ValueGrammar.number(text).map { $0 < .zero } ?? true
    }

    /// A cell with nothing but marks holds a sign for "nothing here" and dirt beside it: ":/".
    private func mendMarks(_ cell: inout FormCell) {
        let scalars = cell.text.unicodeScalars
        guard !cell.text.isEmpty, scalars.count <= 4, ValueRepair.sign(cell.text) == nil,
            !scalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        else { return }
        cell.mend("", as: .ocrValue, confidence: settings.mendedValue)
    }

    /// What is no sign and no word is taken out: a made-up operator would be worse than none.
    private func mendSign(_ cell: inout FormCell) {
        guard !cell.text.isEmpty, RowTexts.direction(of: cell.text) == nil, !RowTexts.isOperator(cell.text),
            !cell.text.unicodeScalars.contains(where: { $0.isHan && $0 != "二" }), cell.text.count <= 4
        else { return }
        if let sign = ValueRepair.sign(cell.text) {
            cell.mend(sign, as: .ocrValue, confidence: settings.mendedValue)
        } else {
            cell.mend("", as: .ocrValue, confidence: settings.unreadSign)
        }
    }
}

extension FormRow {
    fileprivate func index(at x: Double) -> Int? { cells.firstIndex { $0.box.x0 <= x && x < $0.box.x1 } }
}

extension FormCell {
    /// Leaves the text as read, with a confidence of at most `limit`.
    mutating func doubt(_ limit: Double) { confidence = min(confidence, limit) }
}
