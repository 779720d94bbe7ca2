import PageModel
import Testing

@testable import PDFText

/// Which way words run.
@Suite struct TextDirectionsTests {
    private func show(
        _ x: Double, _ y: Double, size: Double = 10, angle: QuarterTurn? = QuarterTurn.none, degrees: Double = 0
    ) -> TextShow {
        TextShow(
            origin: Point(x: x, y: y), angle: angle, angleDegrees: angle.map { Double($0.rawValue) } ?? degrees,
            isInvisible: false, isClipped: false, color: .black, size: size)
    }

    private func glyphs(_ places: (Double, Double)...) -> [StyledGlyph] {
        places.map { x, y in
            StyledGlyph(
                scalar: "文", box: Rect(x0: x - 5, y0: y - 5, x1: x + 5, y1: y + 5), style: 0, startsLine: false,
                followsSpace: false)
        }
    }

    private let style = TextStyle(font: "Hei", size: 10, color: .black)

    @Test func aPageOfTurnedTextIsTurnedAsAWhole() {
        #expect(
            TextDirections(shows: [show(10, 10, angle: .clockwise), show(10, 90, angle: .clockwise)]).uniformTurn
                == .clockwise)
        #expect(TextDirections(shows: [show(10, 10, angle: .clockwise), show(50, 10)]).uniformTurn == nil)
        #expect(TextDirections(shows: [show(10, 10)]).uniformTurn == nil)
    }

    /// Upright characters written downwards are no turned text unless the page has such.
    @Test func wordsRunAsTheirGlyphsFollow() {
        let column = glyphs((50, 20), (50, 30), (50, 40))
        let upright = TextDirections(shows: [show(10, 10)])
        #expect(upright.direction(of: column, style: style).turn == .none)
        let turned = TextDirections(shows: [show(10, 10), show(50, 15, angle: .clockwise)])
        #expect(turned.direction(of: column, style: style).turn == .clockwise)
        #expect(turned.direction(of: glyphs((10, 8), (20, 8)), style: style).turn == .none)
    }

    /// Poppler may hand out turned glyphs from the far end.
    @Test func theOperatorsKnowBetterWhichWayTurnedTextRuns() {
        let turned = TextDirections(shows: [show(10, 10), show(50, 15, angle: .counterclockwise)])
        #expect(turned.direction(of: glyphs((50, 20), (50, 30)), style: style).turn == .counterclockwise)
    }

    @Test func textOnASlantedWayIsAWatermark() {
        let page = TextDirections(shows: [show(10, 10), show(20, 20, angle: nil, degrees: 45)])
        #expect(page.direction(of: glyphs((40, 40), (50, 50)), style: style).isDecoration)
        #expect(!page.direction(of: glyphs((20, 80), (30, 80)), style: style).isDecoration)
    }
}
