import PageModel

@testable import PDFText

/// Glyphs as Poppler would hand them out, and the operators that are said to draw them.
protocol ReadsDrawnText {}

extension ReadsDrawnText {
    /// Glyphs of 10 points, side by side, whose baseline lies at `y` from the page's upper side.
    func glyphs(_ text: String, x: Double, y: Double) -> [StyledGlyph] {
        text.unicodeScalars.enumerated().map { index, scalar in
            let left = x + 10 * Double(index)
            return StyledGlyph(
                scalar: scalar, box: Rect(x0: left, y0: y - 8, x1: left + 10, y1: y + 2), style: 0,
                startsLine: index == 0, followsSpace: false)
        }
    }

    func read(
        _ glyphs: [StyledGlyph], _ operators: String, states: [String: ExtendedState] = [:],
        objects: [String: ExternalObject] = [:], color: RGB = .black
    ) -> VisibleText {
        let resources = NamedObjects()
        resources.states = states
        resources.objects = objects
        let style = TextStyle(font: "Hei", size: 10, color: color)
        return VisibleText(
            glyphs: PopplerText(glyphs: glyphs, styles: [style]), graphics: drawn(operators, resources: resources),
            width: 200, height: 100, settings: PDFTextSettings())
    }

    /// Shows a text at (10, 50).
    var show: String { "BT /F 10 Tf 10 50 Td (x) Tj ET " }
    /// An image, and one with a mask.
    var picture: [String: ExternalObject] {
        [
            "I": .image(width: 8, height: 8, plain: ObjectID(number: 1, generation: 0)),
            "S": .image(width: 8, height: 8),
        ]
    }
}
