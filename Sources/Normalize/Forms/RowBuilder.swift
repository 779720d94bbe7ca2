internal import PageModel
internal import TableRecon

/// Turns page layouts into form rows, top to bottom, and numbers tables and cells over the whole document.
struct RowBuilder {
    private var tableCount = 0
    private var cellCount = 0

    /// The rows of one page.
    mutating func rows(of layout: PageLayout) -> [FormRow] {
        let frame = ReadingFrame(
            turn: layout.turn, width: layout.width, height: layout.height, skew: layout.skew)
        enum Item {
            case line(TextLine)
            case table(Table)
        }
        let lines = layout.lines.map { (box: frame.toReading($0.box), item: Item.line($0)) }
        let tables = layout.tables.map { (box: frame.toReading($0.box), item: Item.table($0)) }
        // By the top of what a reader sees; a line on the same height as a table's top comes first.
        let items = (lines + tables).sorted { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
        var rows: [FormRow] = []
        for (box, item) in items {
            switch item {
            case .line(let line): append(line, box: box, to: &rows, layout: layout, frame: frame)
            case .table(let table):
                rows += tableRows(table, layout: layout, frame: frame)
            }
        }
        return rows
    }

    /// Pieces on the same height become one row with several cells.
    private mutating func append(
        _ line: TextLine, box: Rect, to rows: inout [FormRow], layout: PageLayout, frame: ReadingFrame
    ) {
        cellCount += 1
        let source = line.fragments.contains { $0.source == .ocr } ? TextSource.ocr : .embedded
        let cell = FormCell(
            id: cellCount, text: cleaned(line.text), lines: [cleaned(line.text)], box: box, isOwn: true, columnSpan: 1,
            confidence: line.fragments.map(\.confidence).min() ?? 1, repairs: [])
        if let last = rows.last, !last.isTable, last.page == layout.number,
            last.box.verticalOverlap(box) > 0.5 * min(last.box.height, box.height)
        {
            rows[rows.count - 1].cells.append(cell)
            rows[rows.count - 1].cells.sort { $0.box.x0 < $1.box.x0 }
            rows[rows.count - 1].box = last.box.union(box)
            return
        }
        rows.append(
            FormRow(origin: .text, page: layout.number, cells: [cell], box: box, frame: frame, textSource: source))
    }

    private mutating func tableRows(_ table: Table, layout: PageLayout, frame: ReadingFrame) -> [FormRow] {
        tableCount += 1
        let cells = table.cells.map { cell -> (cell: TableCell, form: FormCell) in
            cellCount += 1
            return (
                cell,
                FormCell(
                    id: cellCount, text: cleaned(cell.text), lines: cell.lines.map { cleaned($0.text) },
                    box: frame.toReading(cell.box), isOwn: true, columnSpan: cell.columnSpan,
                    confidence: cell.confidence, repairs: cell.repairs.isEmpty ? [] : [.wrapJoined],
                    raw: raw(of: cell))
            )
        }
        var byRow = [[FormCell]](repeating: [], count: table.rows)
        for (cell, form) in cells {
            for row in cell.rowRange where row < table.rows {
                var copy = form
                copy.isOwn = row == cell.row
                byRow[row].append(copy)
            }
        }
        return byRow.compactMap { cells in
            let sorted = cells.sorted { $0.box.x0 < $1.box.x0 }
            guard let box = rowBox(of: sorted) else { return nil }
            return FormRow(
                origin: .table(tableCount), page: layout.number, cells: sorted, box: box, frame: frame,
                textSource: table.textSource, continuesTable: table.continues != nil,
                isAligned: table.method != .lattice)
        }
    }

    /// What was read of a cell before the picture told better; nil where the text as the form reader sees it is the same.
    private func raw(of cell: TableCell) -> String? {
        guard let reading = cell.asRead.map(cleaned), !reading.isEmpty else { return nil }
        return reading == cleaned(cell.text) ? nil : reading
    }

    /// The band that the row's own cells take up; merged cells may reach below it.
    private func rowBox(of cells: [FormCell]) -> Rect? {
        let own = cells.filter(\.isOwn).map(\.box)
        guard let all = cells.map(\.box).union else { return nil }
        guard !own.isEmpty else { return nil }
        let top = own.map(\.y0).min() ?? all.y0
        let bottom = own.map(\.y1).min() ?? all.y1
        return Rect(x0: all.x0, y0: top, x1: all.x1, y1: bottom)
    }

    /// The text without markup, radicals and marks that mean "nothing here".
    private func cleaned(_ text: String) -> String {
        let text = unifyingRadicals(strippingMarkup(text)).trimmingBlanks()
        return ValueGrammar.isBlank(text) ? "" : text
    }
}
