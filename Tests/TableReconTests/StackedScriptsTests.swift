import PageModel
import Testing

@testable import TableRecon

@Suite struct StackedScriptsTests {
    private func fragment(_ text: String, x: Double, y: Double, size: Double) -> TextFragment {
        let glyphs = text.unicodeScalars.enumerated().map { index, scalar in
            Glyph(
                scalar: scalar,
                box: Rect(
                    x0: x + Double(index) * size / 2, y0: y, x1: x + Double(index + 1) * size / 2, y1: y + size))
        }
        return TextFragment(TextRun(glyphs: glyphs, style: TextStyle(font: "Serif", size: size, color: .black)))
    }

    /// The signs are of another font, so that both errors are two fragments.
    @Test func theUpperErrorIsReadBeforeTheLower() {
        let fragments = [
            fragment("0.50", x: 0, y: 10, size: 10), fragment("+", x: 20, y: 8, size: 7),
            fragment("-", x: 20, y: 15, size: 7), fragment("0.04", x: 23.5, y: 8, size: 7),
            fragment("0.03", x: 23.5, y: 15, size: 7), fragment("m", x: 37.6, y: 10, size: 10),
        ]
        let lines = LineBuilder(settings: TableSettings()).lines(of: fragments)
        #expect(lines.map(\.text) == ["0.50+0.04-0.03m"])
    }

    @Test func anIndexBeforeAnExponentStaysWhereItIs() {
        let fragments = [
            fragment("x", x: 0, y: 10, size: 10), fragment("2", x: 5, y: 15, size: 7),
            fragment("3", x: 9, y: 8, size: 7), fragment("y", x: 13, y: 10, size: 10),
        ]
        #expect(LineBuilder(settings: TableSettings()).lines(of: fragments).map(\.text) == ["x23y"])
    }
}
