import PageModel
import TableRecon
import Testing

@Suite struct ContinuationTrackerTests {
    /// A table with borders at `xs`; one row for each array of texts.
    private func table(
        _ rows: [[String]], xs: [Double], top: Double, page: Int, method: TableMethod = .lattice
    ) -> Table {
        var cells: [TableCell] = []
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                let box = Rect(
                    x0: xs[column], y0: top + Double(row) * 20, x1: xs[column + 1], y1: top + Double(row + 1) * 20)
                let line = TextLine(
                    fragments: [], box: Rect(x0: box.x0 + 2, y0: box.y0 + 4, x1: box.x0 + 22, y1: box.y0 + 14),
                    text: text)
                cells.append(
                    TableCell(row: row, column: column, box: box, lines: text.isEmpty ? [] : [line], text: text))
            }
        }
        return Table(
            page: page, box: cells.map(\.box).union!, rows: rows.count, columns: xs.count - 1, method: method,
            cells: cells)
    }

    private func line(_ text: String, x: Double, y: Double, width: Double = 60) -> TextLine {
        TextLine(fragments: [], box: Rect(x0: x, y0: y, x1: x + width, y1: y + 10), text: text)
    }

    private func page(_ number: Int, _ tables: [Table], lines: [TextLine] = []) -> PageLayout {
        PageLayout(number: number, width: 600, height: 800, tables: tables, lines: lines)
    }

    private func links(_ pages: PageLayout...) -> [TableRef?] {
        var tracker = ContinuationTracker()
        return pages.flatMap { tracker.link($0).tables.map(\.continues) }
    }

    private let xs = [50.0, 150, 250, 350]
    private var head: [[String]] { [["Item", "Planned", "Spent"], ["Roads", "3", "4"]] }
    private let tail = [["Bridges", "1", "2"]]

    @Test func linksThePartsOfATableOverPageNumbersAndHeaders() {
        let first = page(1, [table(head, xs: xs, top: 700, page: 1)], lines: [line("1", x: 300, y: 770)])
        let second = page(
            2, [table(tail, xs: xs.map { $0 + 2 }, top: 60, page: 2)],
            lines: [line("Report", x: 50, y: 30), line("2", x: 300, y: 770)])
        let third = page(3, [table(tail, xs: xs, top: 60, page: 3)])
        #expect(links(first, second, third) == [nil, TableRef(page: 1, table: 1), TableRef(page: 2, table: 1)])
    }

    @Test func namesTheLastTableOfThePageBefore() {
        let first = page(
            1, [table([["Note"]], xs: [50, 300], top: 100, page: 1), table(head, xs: xs, top: 700, page: 1)])
        let second = page(
            2, [table(tail, xs: xs, top: 60, page: 2), table(tail, xs: xs, top: 300, page: 2)])
        #expect(links(first, second) == [nil, nil, TableRef(page: 1, table: 2), nil])
    }

    @Test func aHeaderRepeatedWithBracketsOfAnotherWidthGoesOn() {
        let first = page(1, [table([["项目", "计划（A）"], ["道路", "3"]], xs: Array(xs[..<3]), top: 700, page: 1)])
        let second = page(2, [table([["项目", "计划(A)"], ["桥梁", "1"]], xs: Array(xs[..<3]), top: 60, page: 2)])
        #expect(links(first, second).last == TableRef(page: 1, table: 1))
    }

    @Test func keepsTablesWithOtherBordersApart() {
        let first = page(1, [table(head, xs: xs, top: 700, page: 1)])
        let second = page(2, [table(tail, xs: [50, 120, 200, 350], top: 60, page: 2)])
        #expect(links(first, second) == [nil, nil])
    }

    @Test func linksPartsOfWhichOneUsesFewerColumns() {
        let wide = table([["Total", "9"]], xs: [50, 250, 350], top: 60, page: 2)
        #expect(
            links(page(1, [table(head, xs: xs, top: 700, page: 1)]), page(2, [wide])).last
                == TableRef(page: 1, table: 1))
    }

    @Test func textBetweenEndsATable() {
        let upper = table(head, xs: xs, top: 400, page: 1)
        let lower = table(tail, xs: xs, top: 200, page: 2)
        let note = line("Prices of the year before.", x: 50, y: 500, width: 200)
        #expect(links(page(1, [upper], lines: [note]), page(2, [lower])) == [nil, nil])
        let prose = line("The next table shows bridges.", x: 50, y: 150, width: 200)
        #expect(links(page(1, [upper]), page(2, [lower], lines: [prose])) == [nil, nil])
    }

    @Test func aTitlePrintedAgainDoesNotEndATable() {
        let title = line("Table 1", x: 50, y: 150, width: 200)
        let upper = table(head, xs: xs, top: 200, page: 1)
        let lower = table([head[0]] + tail, xs: xs, top: 200, page: 2)
        #expect(
            links(page(1, [upper], lines: [title]), page(2, [lower], lines: [title])).last
                == TableRef(page: 1, table: 1))
    }

    @Test func twoCopiesOfOneFormStayTwo() {
        let title = line("Form", x: 50, y: 150, width: 200)
        let one = table([["Name", "Roads", ""], ["Goal", "3", "4"]], xs: xs, top: 200, page: 1)
        let other = table([["Name", "Bridges", ""], ["Goal", "5", "6"]], xs: xs, top: 200, page: 2)
        #expect(links(page(1, [one], lines: [title]), page(2, [other], lines: [title])) == [nil, nil])
    }

    @Test func aPageLeftOutEndsATable() {
        let first = page(1, [table(head, xs: xs, top: 700, page: 1)])
        let third = page(3, [table(tail, xs: xs, top: 60, page: 3)])
        #expect(links(first, third) == [nil, nil])
    }

    @Test func withoutLinesTheTextsOfTheColumnsMustStandUnderEachOther() {
        let first = page(1, [table(head, xs: xs, top: 700, page: 1, method: .stream)])
        // Other borders in the white between the columns, the same places of the texts.
        var lower = table(tail, xs: xs, top: 60, page: 2, method: .stream)
        for index in lower.cells.indices { lower.cells[index].box.x1 -= 40 }
        #expect(links(first, page(2, [lower])).last == TableRef(page: 1, table: 1))
        let other = table(tail, xs: [50, 190, 290, 390], top: 60, page: 2, method: .stream)
        #expect(links(first, page(2, [other])) == [nil, nil])
    }

    @Test func pagesTurnedAlikeCompareUpright() {
        let turn = { (layout: PageLayout) -> PageLayout in
            var layout = layout
            layout.turn = .clockwise
            (layout.width, layout.height) = (800, 600)
            // Text that runs downwards: the upright page's top is the right side of the page as displayed.
            let move = { (box: Rect) in Rect(x0: 800 - box.y1, y0: box.x0, x1: 800 - box.y0, y1: box.x1) }
            for table in layout.tables.indices {
                layout.tables[table].box = move(layout.tables[table].box)
                for cell in layout.tables[table].cells.indices {
                    layout.tables[table].cells[cell].box = move(layout.tables[table].cells[cell].box)
                }
            }
            return layout
        }
        let first = turn(page(1, [table(head, xs: xs, top: 700, page: 1)]))
        let same = turn(page(2, [table(tail, xs: xs, top: 60, page: 2)]))
        let other = turn(page(2, [table(tail, xs: [50, 120, 200, 350], top: 60, page: 2)]))
        #expect(links(first, same).last == TableRef(page: 1, table: 1))
        #expect(links(first, other) == [nil, nil])
    }
}
