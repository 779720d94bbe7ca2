import PageModel
import Testing

@testable import PDFText

/// Texts found from a point beside their way.
@Suite struct WritingRaysTests {
    private func show(
        _ x: Double, _ y: Double, size: Double = 10, angle: QuarterTurn? = QuarterTurn.none, degrees: Double = 0
    ) -> TextShow {
        TextShow(
            origin: Point(x: x, y: y), angle: angle, angleDegrees: angle.map { Double($0.rawValue) } ?? degrees,
            isInvisible: false, isClipped: false, color: .black, size: size)
    }

    @Test func aPointOnTheWayIsReached() {
        let rays = WritingRays([show(20, 50, angle: nil, degrees: 45)])
        #expect(rays.reach(Point(x: 60, y: 90), size: 10, across: 1.2))
        #expect(!rays.reach(Point(x: 60, y: 50), size: 10, across: 1.2))
        // Behind the beginning, and of another size.
        #expect(!rays.reach(Point(x: 0, y: 30), size: 10, across: 1.2))
        #expect(!rays.reach(Point(x: 60, y: 90), size: 30, across: 1.2))
    }

    @Test func theNearestBeginningTellsTheDirection() {
        let rays = WritingRays([show(20, 50), show(70, 20, angle: .clockwise)])
        #expect(rays.nearest(to: Point(x: 60, y: 47), rise: 1, drop: 0.3) == 0)
        #expect(rays.nearest(to: Point(x: 72, y: 46), rise: 1, drop: 0.3) == 90)
        #expect(rays.nearest(to: Point(x: 60, y: 80), rise: 1, drop: 0.3) == nil)
        #expect(rays.nearest(to: Point(x: 10, y: 47), rise: 1, drop: 0.3) == nil)
    }

    @Test func textOfNonsenseSizeHasNoWay() {
        #expect(WritingRays([show(20, 50, size: 0), show(20, 50, size: .infinity)]).isEmpty)
    }
}
