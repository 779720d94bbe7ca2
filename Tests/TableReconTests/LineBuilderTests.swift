import PageModel
import Testing

@testable import TableRecon

@Suite struct LineBuilderTests {
    private let builder = LineBuilder(settings: TableSettings())

    private func fragments(_ lines: [String], pitch: Double = 12) -> [TextFragment] {
        PageDrawing(pitch: pitch).text(lines).page.runs.map { TextFragment($0) }
    }

    @Test func textsOnOneHeightAreOneLine() {
        let lines = builder.lines(of: fragments(["left      right", "below"]).reversed())
        #expect(lines.map(\.text) == ["left right", "below"])
    }

    @Test func aWideGapEndsAPieceOutsideTables() {
        let pieces = builder.pieces(of: fragments(["left      right"]))
        #expect(pieces.map(\.text) == ["left", "right"])
    }

    /// A raised figure must not pull the next line into its own.
    @Test func aRaisedFigureBelongsToItsLine() {
        var all = fragments(["text", "next"])
        let box = Rect(x0: 71, y0: 98, x1: 74, y1: 104)
        all.append(
            TextFragment(
                TextRun(glyphs: [Glyph(scalar: "1", box: box)], style: TextStyle(font: "", size: 5, color: .black))))
        #expect(builder.lines(of: all).map(\.fragments.count) == [2, 1])
    }

    @Test func howMuchLinesOverlapIsASetting() {
        var settings = TableSettings()
        settings.joining.lineOverlap = 0.1
        let close = fragments(["first", "second"], pitch: 8)
        #expect(builder.lines(of: close).count == 2)
        #expect(LineBuilder(settings: settings).lines(of: close).count == 1)
    }
}
