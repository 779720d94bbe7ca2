import PageModel
import Testing

@testable import PDFText

/// Operators near a glyph, by size, line and place.
@Suite struct ShowIndexTests {
    private func show(
        _ x: Double, _ y: Double, size: Double = 10, angle: QuarterTurn? = QuarterTurn.none, degrees: Double = 0
    ) -> TextShow {
        TextShow(
            origin: Point(x: x, y: y), angle: angle, angleDegrees: angle.map { Double($0.rawValue) } ?? degrees,
            isInvisible: false, isClipped: false, color: .black, size: size)
    }

    private func last(_ shows: [TextShow], before x: Double, height: Double = 10) -> [Point] {
        var index = ShowIndex(shows)
        var found: [Point] = []
        index.forLast(before: x, height: height, y: 40...60) { found.append($0.origin) }
        return found
    }

    @Test func theLastOperatorOfEachLineBeforeAPlaceIsFound() {
        let shows = [show(50, 50), show(10, 50), show(90, 50), show(30, 55), show(30, 70)]
        #expect(last(shows, before: 60) == [Point(x: 50, y: 50), Point(x: 30, y: 55)])
        #expect(last(shows, before: 5).isEmpty)
    }

    @Test func textOfAnotherSizeIsNotOneGlyphs() {
        let shows = [show(10, 50, size: 4), show(20, 50, size: 20)]
        #expect(last(shows, before: 60).isEmpty)
        #expect(last(shows, before: 60, height: 18) == [Point(x: 20, y: 50)])
    }

    /// So is text of no size, of any size, and text that is turned.
    @Test func nonsenseAndTurnedTextAreLeftOut() {
        #expect(ShowIndex([show(10, 50, size: 0), show(10, 50, size: 1e9), show(10, 50, angle: .half)]).isEmpty)
    }

    @Test func twoOperatorsAtOnePlaceTellNothing() {
        var one = ShowIndex([show(10, 50), show(30, 50)])
        #expect(one.only(at: 10.2, tolerance: 0.05, y: 45...55)?.origin == Point(x: 10, y: 50))
        #expect(one.only(at: 20, tolerance: 0.05, y: 45...55) == nil)
        var two = ShowIndex([show(10, 50), show(10.1, 50)])
        #expect(two.only(at: 10, tolerance: 0.05, y: 45...55) == nil)
    }
}
