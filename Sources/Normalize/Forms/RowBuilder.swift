internal import PageModel
internal import TableRecon

/// Turns page layouts into form rows, top to bottom, and numbers tables and cells over the whole document.
struct RowBuilder {
    private var tableCount = 0
    private var cellCount = 0

    /// The rows of one page with two forms side by side: first what stands on the left, then what stands on the right.
    ///
    /// Nil where no two tables stand so.
    mutating func rowsBySides(of layout: PageLayout) -> [FormRow]? {
        let frame = ReadingFrame(
            turn: layout.turn, width: layout.width, height: layout.height, skew: layout.skew)
        guard let middle = RowBuilder.gutter(between: layout.tables.map { frame.toReading($0.box) }) else { return nil }
        var left = layout
        var right = layout
        left.tables = layout.tables.filter { frame.toReading($0.box).x1 <= middle }
        right.tables = layout.tables.filter { frame.toReading($0.box).x0 >= middle }
        left.lines = layout.lines.filter { frame.toReading($0.box).x0 < middle }
        right.lines = layout.lines.filter { frame.toReading($0.box).x0 >= middle }
        return rows(of: left) + rows(of: right)
    }

    /// Where an upright line would part the tables of a page into two sides; nil where a table stands across, or no two
    /// stand beside each other.
    private static func gutter(between boxes: [Rect]) -> Double? {
        for left in boxes {
            guard
                let right = boxes.first(where: {
                    $0.x0 >= left.x1 && $0.verticalOverlap(left) > 0.5 * min($0.height, left.height)
                })
            else { continue }
            let middle = (left.x1 + right.x0) / 2
            if boxes.allSatisfy({ $0.x1 <= middle || $0.x0 >= middle }) { return middle }
        }
        return nil
    }

    /// The rows of one page, by their height.
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
            confidence: line.fragments.map(\.confidence).min() ?? 1, repairs: [],
            printed: [printed(line, layout: layout)])
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
            var form = FormCell(
                id: cellCount, text: cleaned(cell.text), lines: cell.lines.map { cleaned($0.text) },
                box: frame.toReading(cell.box), isOwn: true, columnSpan: cell.columnSpan,
                confidence: cell.confidence, repairs: cell.repairs.isEmpty ? [] : [.wrapJoined],
                raw: raw(of: cell))
            if cell.lines.count == 1 { form.parts = parts(of: cell.lines[0]) }
            form.printed = cell.lines.map { printed($0, layout: layout) }
            return (cell, form)
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

    private func printed(_ line: TextLine, layout: PageLayout) -> PrintedLine {
        PrintedLine(page: layout.number, box: layout.skew.onPage(line.box), text: line.text)
    }

    /// What was read of a cell before the picture told better; nil where the text as the form reader sees it is the same.
    private func raw(of cell: TableCell) -> String? {
        guard let reading = cell.asRead.map(cleaned), !reading.isEmpty else { return nil }
        return reading == cleaned(cell.text) ? nil : reading
    }

    /// How wide a gap divides a line, in heights of its glyphs.
    private static let partingGap = 0.9

    /// The parts of a line that white space divides, where it holds more than one pair of label and value.
    private func parts(of line: TextLine) -> [String] {
        // Most lines have no colon, which is quickly seen by their bytes.
        guard line.text.holds(":") || line.text.holds("："), line.text.count(where: { ":：".contains($0) }) > 1 else {
            return []
        }
        let glyphs = line.fragments.filter { $0.rotation == .none }.flatMap(\.glyphs).filter { $0.scalar != " " }
            .sorted { $0.box.x0 < $1.box.x0 }
        var parts: [String] = []
        for (index, glyph) in glyphs.enumerated() {
            let isApart =
                index > 0 && glyph.box.x0 - glyphs[index - 1].box.x1 > RowBuilder.partingGap * glyph.box.height
            if index == 0 || isApart { parts.append("") }
            parts[parts.count - 1].unicodeScalars.append(glyph.scalar)
        }
        return parts.count > 1 ? parts.map(cleaned) : []
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
