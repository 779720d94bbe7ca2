import PageModel
import Testing

@testable import TableRecon

@Suite struct GridIndexTests {
    private func grid(_ box: Rect) throws -> LatticeGrid {
        let middle = box.midX
        func line(_ axis: Axis, _ position: Double, _ start: Double, _ end: Double) -> RulingLine {
            RulingLine(axis: axis, position: position, start: start, end: end, thickness: 1, origin: .stroke)
        }
        let component = LineComponent(
            horizontal: [box.y0, box.y1].map { line(.horizontal, $0, box.x0, box.x1) },
            vertical: [box.x0, middle, box.x1].map { line(.vertical, $0, box.y0, box.y1) })
        return try #require(LatticeGrid(component, settings: TableSettings()))
    }

    @Test func ofNestedTablesTheInnerOneTakesTheText() throws {
        let index = GridIndex([
            try grid(Rect(x0: 20, y0: 20, x1: 60, y1: 60)), try grid(Rect(x0: 0, y0: 0, x1: 300, y1: 400)),
        ])
        #expect(index.place(of: Point(x: 30, y: 30)) == GridIndex.Place(grid: 0, slot: 0))
        #expect(index.place(of: Point(x: 50, y: 30)) == GridIndex.Place(grid: 0, slot: 1))
        #expect(index.place(of: Point(x: 100, y: 300)) == GridIndex.Place(grid: 1, slot: 0))
        #expect(index.place(of: Point(x: 200, y: 300)) == GridIndex.Place(grid: 1, slot: 1))
    }

    @Test func outsideAllOfThemIsNoPlace() throws {
        let index = GridIndex([try grid(Rect(x0: 20, y0: 20, x1: 60, y1: 60))])
        #expect(index.place(of: Point(x: 70, y: 30)) == nil)
        #expect(index.place(of: Point(x: 30, y: 1_000)) == nil)
        #expect(index.place(of: Point(x: 30, y: -5)) == nil)
        #expect(GridIndex([]).place(of: Point(x: 0, y: 0)) == nil)
    }

    /// The bands only make it fast.
    @Test func theHeightOfTheBandsDecidesNothing() throws {
        let grids = [try grid(Rect(x0: 20, y0: 20, x1: 60, y1: 60)), try grid(Rect(x0: 0, y0: 0, x1: 300, y1: 400))]
        let (fine, coarse) = (GridIndex(grids, bandHeight: 3), GridIndex(grids, bandHeight: 5_000))
        for y in stride(from: -10.0, to: 420, by: 7) {
            #expect(fine.place(of: Point(x: 40, y: y)) == coarse.place(of: Point(x: 40, y: y)))
        }
    }
}
