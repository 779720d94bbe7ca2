import PageModel
import TableRecon
import Testing

@testable import Review

/// The steps of the search for tables, drawn.
@Suite struct TraceLayerTests {
    /// What the search leaves of a page with a ruled box of four cells, and with a list of sentences.
    private func layer(_ content: PageContent) -> TraceLayer { TraceLayer(trace: TableFinder().traced(content).trace) }

    private var ruled: PageContent {
        func line(_ axis: Axis, _ position: Double) -> RulingLine {
            RulingLine(axis: axis, position: position, start: 100, end: 300, thickness: 1, origin: .stroke)
        }
        let runs = [(110.0, 120.0), (210, 120), (110, 220), (210, 220)].map { x, y in
            TextRun(
                glyphs: [Glyph(scalar: "文", box: Rect(x0: x, y0: y, x1: x + 10, y1: y + 10))],
                style: TextStyle(font: "", size: 10, color: .black))
        }
        return PageContent(
            number: 1, width: 600, height: 800, runs: runs,
            rulings: [100, 200, 300].flatMap { [line(.horizontal, $0), line(.vertical, $0)] })
    }

    @Test func intersectionsRowsAndColumnsAreDrawn() {
        let shapes = layer(ruled).shapes
        #expect(shapes.count { $0.hasPrefix("<circle") } == 9)
        #expect(shapes.contains { $0.contains("lattice: row 2") })
        #expect(shapes.contains { $0.contains("lattice: column 2") })
    }

    @Test func anEmptyPageHasNoSteps() {
        #expect(layer(PageContent(number: 1, width: 600, height: 800)).shapes.isEmpty)
    }
}
