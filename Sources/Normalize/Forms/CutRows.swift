internal import PageModel

/// Joins the rows of label and text that a page break cut in two.
struct CutRows {
    let dictionary: FormDictionary

    /// The rows with each cut one whole: its second half, the first row of the next page, has a blank label.
    func joined(_ rows: [FormRow]) -> [FormRow] {
        var result: [FormRow] = []
        for row in rows {
            if row.isTable, row.continuesTable, let index = result.lastIndex(where: \.isTable),
                result[index].page == row.page - 1, goesOn(row, from: result[index])
            {
                append(row, to: &result[index])
            } else {
                result.append(row)
            }
        }
        return result
    }

    /// The upper half has a label with a text behind it, the lower half only the text, in the same columns.
    private func goesOn(_ lower: FormRow, from upper: FormRow) -> Bool {
        let upperCells = upper.own
        let lowerCells = lower.own
        guard upperCells.count == lowerCells.count, (2...3).contains(upperCells.count) else { return false }
        guard let label = upperCells.first, dictionary.label(label.text) != nil, lowerCells[0].text.isEmpty else {
            return false
        }
        return zip(upperCells, lowerCells).allSatisfy {
            abs($0.box.x0 - $1.box.x0) < 4 && abs($0.box.x1 - $1.box.x1) < 4
        }
    }

    private func append(_ lower: FormRow, to upper: inout FormRow) {
        for cell in lower.own where !cell.text.isEmpty {
            guard let index = upper.cells.firstIndex(where: { abs($0.box.x0 - cell.box.x0) < 4 }) else { continue }
            upper.cells[index].text += cell.text
            upper.cells[index].lines += cell.lines
            upper.cells[index].printed += cell.printed
            upper.cells[index].repairs.insert(.pageContinued)
        }
    }
}
