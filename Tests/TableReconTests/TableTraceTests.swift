import PageModel
import Testing

@testable import TableRecon

@Suite struct TableTraceTests {
    private func trace(_ drawing: PageDrawing) -> TableTrace { TableFinder().traced(drawing.page).trace }

    @Test func tellsWhereTheLinesOfALatticeMeet() {
        let page = PageDrawing().text(["A     1", "B     2"]).grid(columns: [-1, 4, 8], lines: [0, 1, 2])
        let trace = trace(page)
        #expect(trace.rulings.count == 6)
        #expect(trace.intersections.count == 9)
        #expect(trace.intersections.first == Point(x: PageDrawing.x(-1), y: page.y(0) - 1))
        #expect(trace.candidates.map(\.method) == [.lattice])
        #expect(trace.candidates.map(\.rejection) == [nil])
        #expect(trace.candidates.first?.columns.count == 2)
        #expect(trace.candidates.first?.rows.count == 2)
        #expect(trace.candidates.first?.cells.count == 4)
    }

    @Test func tellsTheRowsAndColumnsOfATableWithoutLines() {
        let page = PageDrawing().text([
            "Country    1999    2000", "Austria     47      48", "Denmark     27      28", "France     200     201",
        ])
        let trace = trace(page)
        #expect(trace.rejected.isEmpty)
        #expect(trace.candidates.first?.method == .stream)
        #expect(trace.candidates.first?.columns.count == 3)
        #expect(trace.candidates.first?.rows.count == 4)
        #expect(trace.candidates.map(\.box) == page.tables.map(\.box))
    }

    @Test func tellsWhyAnAreaIsNoTable() {
        let list = PageDrawing().text([
            "1.    First thing to do here", "2.    Second thing to do here", "3.    Third thing to do",
            "4.    Fourth thing to do here",
        ])
        #expect(trace(list).rejected.map(\.rejection) == [.list])
        let frame = PageDrawing().text(["Only one text"]).grid(columns: [-1, 20], lines: [0, 1, 2])
        #expect(trace(frame).rejected.map(\.rejection) == [.frame])
        let box = PageDrawing().text(["Only one text"]).grid(columns: [-1, 20], lines: [0, 1])
        #expect(trace(box).rejected.map(\.rejection) == [.oneCell])
        let blank = PageDrawing().grid(columns: [-1, 4, 8], lines: [0, 0.5, 1])
        #expect(trace(blank).rejected.map(\.rejection) == [.noText])
    }

    @Test func changesNothingOfTheLayout() {
        let page = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3])
        #expect(TableFinder().traced(page.page).layout == TableFinder().layout(of: page.page))
    }

    /// Boxes of the trace lie where those of the tables do, however the page is turned.
    @Test(arguments: [QuarterTurn.clockwise, .half, .counterclockwise])
    func liesOnTheTurnedPage(_ turn: QuarterTurn) throws {
        let upright = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3])
        let back = QuarterTurn(rawValue: (360 - turn.rawValue) % 360) ?? .none
        let (layout, trace) = TableFinder().traced(upright.page.turnedUpright(from: back))
        #expect(layout.turn == turn)
        let table = try #require(layout.tables.first)
        let candidate = try #require(trace.candidates.first)
        #expect(candidate.box == table.box)
        #expect(Set(candidate.cells) == Set(table.cells.map(\.box)))
        #expect(trace.intersections.allSatisfy { table.box.expandedBy(0.01).contains($0) })
        let isSideways = turn != .half
        #expect(trace.rulings.count { $0.axis == .horizontal } == (isSideways ? 3 : 4))
    }
}
