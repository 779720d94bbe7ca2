import PageModel
import TableRecon
import Testing

@Suite struct TableTests {
    private func cell(_ column: Int, span: Int = 1, from x0: Double, to x1: Double) -> TableCell {
        TableCell(row: 0, column: column, columnSpan: span, box: Rect(x0: x0, y0: 0, x1: x1, y1: 10))
    }

    private func table(_ cells: [TableCell], columns: Int) -> Table {
        Table(
            page: 1, box: Rect(x0: 0, y0: 0, x1: 100, y1: 10), rows: 1, columns: columns, method: .lattice,
            cells: cells)
    }

    @Test func theBordersOfColumnsAreThoseOfTheCells() {
        let table = table([cell(0, from: 0, to: 30), cell(1, from: 30, to: 100)], columns: 2)
        #expect(table.columnEdges == [0, 30, 100])
    }

    /// No cell begins or ends at the border within the span.
    @Test func aBorderThatIsNotPrintedHasAPlaceAllTheSame() {
        let edges = table([cell(0, span: 2, from: 0, to: 60), cell(2, from: 60, to: 100)], columns: 3).columnEdges
        #expect(edges.count == 4)
        #expect(edges.allSatisfy { !$0.isNaN })
        #expect(edges == edges.sorted())
    }

    @Test func onASkewedPageTheBoxesLieAskew() {
        let skew = Skew(degrees: 2, center: Point(x: 300, y: 400))
        let layout = PageLayout(
            number: 1, width: 600, height: 800, tables: [table([cell(0, from: 0, to: 100)], columns: 1)], lines: [],
            skew: skew)
        #expect(layout.tablesOnPage[0].box == skew.onPage(layout.tables[0].box))
        #expect(layout.tablesOnPage[0].cells[0].box == skew.onPage(layout.tables[0].cells[0].box))
        var straight = layout
        straight.skew = .none
        #expect(straight.tablesOnPage == layout.tables)
    }
}
