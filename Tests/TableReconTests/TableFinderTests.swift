import PageModel
import TableRecon
import Testing

@Suite struct TableFinderTests {
    @Test func aForcedMethodIsKept() {
        let page = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3])
        for method in [TableMethod.lattice, .stream, .mixed] {
            var settings = TableSettings()
            settings.method = method
            let tables = TableFinder(settings: settings).layout(of: page.page).tables
            #expect(tables.map(\.method) == [method])
            #expect(tables.map(\.gridRows) == [["A|1", "B|2", "C|3"]])
        }
    }

    @Test func aPageOfTurnedTextIsReadTurned() {
        let upright = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3]
        ).page
        var turned = PageContent(number: 1, width: upright.height, height: upright.width)
        // A quarter turn clockwise: (x, y) goes to (height - y, x).
        let move = { (box: Rect) in
            Rect(x0: upright.height - box.y1, y0: box.x0, x1: upright.height - box.y0, y1: box.x1)
        }
        turned.runs = upright.runs.map { run in
            TextRun(
                glyphs: run.glyphs.map { Glyph(scalar: $0.scalar, box: move($0.box)) }, style: run.style,
                rotation: .clockwise)
        }
        turned.rulings = upright.rulings.map { line in
            let box = move(line.box)
            return line.axis == .horizontal
                ? RulingLine(
                    axis: .vertical, position: box.midX, start: box.y0, end: box.y1, thickness: 0.5, origin: .stroke)
                : RulingLine(
                    axis: .horizontal, position: box.midY, start: box.x0, end: box.x1, thickness: 0.5, origin: .stroke)
        }
        let layout = TableFinder().layout(of: turned)
        #expect(layout.turn == .clockwise)
        #expect(layout.tables.map(\.gridRows) == [["A|1", "B|2", "C|3"]])
    }
}
