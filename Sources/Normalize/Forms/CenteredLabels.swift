internal import PageModel

/// Gives the rows of a table without lines the level whose label stands in their middle.
///
/// Where lines part the rows, a merged cell says which rows its label holds for. Without lines, a label that is set in the
/// middle of its rows has blank cells above it as well as below.
struct CenteredLabels {
    let columns: IndicatorColumns
    /// How far a label may stand from the middle of its rows, as a part of a row's height.
    private let tolerance = 0.6
    /// Highest confidence of the rows of a block whose labels were placed so: nothing printed says it.
    private let confidence = 0.85

    init(columns: IndicatorColumns) { self.columns = columns }

    /// The rows of one block below a header, with labels moved to the first row that they hold for; the block is doubted
    /// then.
    ///
    /// They stay where they are when the first row has a label, or the labels do not all stand in the middle of rows that
    /// follow each other without a gap.
    func moved(_ rows: [FormRow]) -> [FormRow] {
        var rows = rows
        for role in [ColumnRole.level1, .level2] {
            guard let column = columns.first(role) else { continue }
            let cells = rows.map { $0.cell(at: column.middle) }
            guard let first = cells.first, first?.text.isEmpty ?? false, let starts = starts(of: cells, in: rows) else {
                continue
            }
            for (start, label) in starts where start != label {
                move(from: label, to: start, at: column.middle, in: &rows)
            }
            for row in rows.indices { doubt(at: column.middle, in: &rows[row]) }
        }
        return rows
    }

    /// The first row that each label holds for, with the label's own; nil when they do not fit together.
    private func starts(of cells: [FormCell?], in rows: [FormRow]) -> [(start: Int, label: Int)]? {
        let labels = cells.indices.filter { cells[$0]?.isOwn ?? false && !(cells[$0]?.text.isEmpty ?? true) }
        guard !labels.isEmpty else { return nil }
        var result: [(start: Int, label: Int)] = []
        var start = 0
        for (place, label) in labels.enumerated() {
            let most = place + 1 < labels.count ? labels[place + 1] - 1 : rows.count - 1
            guard start <= label, let end = end(from: start, around: label, most: most, in: rows) else { return nil }
            result.append((start, label))
            start = end + 1
        }
        return start == rows.count ? result : nil
    }

    /// The last row of those from `start` on of which `label` stands in the middle.
    private func end(from start: Int, around label: Int, most: Int, in rows: [FormRow]) -> Int? {
        let middle = rows[label].box.midY
        let misses = (label...most).map { (end: $0, by: abs((rows[start].box.y0 + rows[$0].box.y1) / 2 - middle)) }
        return misses.min { $0.by < $1.by }.flatMap { $0.by <= tolerance * rows[label].box.height ? $0.end : nil }
    }

    private func doubt(at x: Double, in row: inout FormRow) {
        guard let index = row.cells.firstIndex(where: { $0.box.x0 <= x && x < $0.box.x1 }) else { return }
        row.cells[index].confidence = min(row.cells[index].confidence, confidence)
    }

    private func move(from label: Int, to start: Int, at x: Double, in rows: inout [FormRow]) {
        guard let old = rows[label].cells.firstIndex(where: { $0.box.x0 <= x && x < $0.box.x1 }),
            let new = rows[start].cells.firstIndex(where: { $0.box.x0 <= x && x < $0.box.x1 })
        else { return }
        rows[start].cells[new].text = rows[label].cells[old].text
        rows[start].cells[new].lines = rows[label].cells[old].lines
        rows[label].cells[old].text = ""
        rows[label].cells[old].lines = []
        rows[start].cells[new].printed = rows[label].cells[old].printed
        rows[label].cells[old].printed = []
    }
}
