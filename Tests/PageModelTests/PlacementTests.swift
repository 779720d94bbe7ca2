import Testing

@testable import PageModel

@Suite struct PlacementTests {
    private let box = Rect(x0: 10, y0: 20, x1: 40, y1: 30)

    @Test func textTurnedClockwiseReadsFromTheLeftEdgeOfTheUprightSpace() {
        // On the page it runs down the right side; upright, down is to the right.
        let placement = Placement(turn: .clockwise, width: 100, height: 200)
        let first = Rect(x0: 80, y0: 5, x1: 90, y1: 10)
        #expect(placement.upright(first) == Rect(x0: 5, y0: 10, x1: 10, y1: 20))
        #expect(placement.uprightSize == (width: 200, height: 100))
    }

    @Test func textTurnedCounterclockwiseReadsUpwards() {
        let placement = Placement(turn: .counterclockwise, width: 100, height: 200)
        let first = Rect(x0: 10, y0: 190, x1: 20, y1: 195)
        #expect(placement.upright(first) == Rect(x0: 5, y0: 10, x1: 10, y1: 20))
    }

    @Test(arguments: QuarterTurn.allCases)
    func theWayBackLeadsBack(_ turn: QuarterTurn) {
        let placement = Placement(turn: turn, width: 100, height: 200, origin: Point(x: 7, y: 3))
        #expect(placement.onPage(placement.upright(box)) == box)
        let line = RulingLine(axis: .horizontal, position: 20, start: 10, end: 40, thickness: 1, origin: .stroke)
        #expect(placement.onPage(placement.upright(line)) == line)
        #expect(placement.upright(line).axis == (turn.isUpright ? .horizontal : .vertical))
        let size = placement.uprightSize
        #expect(
            placement.onPage(Rect(x0: 0, y0: 0, x1: size.width, y1: size.height))
                == Rect(x0: 7, y0: 3, x1: 107, y1: 203))
    }

    @Test func pointsGoWhereBoxesGo() {
        let placement = Placement(turn: .half, width: 100, height: 200, origin: Point(x: 7, y: 3))
        #expect(placement.onPage(Point(x: 0, y: 0)) == Point(x: 107, y: 203))
    }

    @Test func theCommonestTurnIsThatOfMostCharacters() {
        let texts: [(turn: QuarterTurn, characters: Int)] = [(.none, 3), (.clockwise, 2), (.clockwise, 2), (.half, 1)]
        #expect(QuarterTurn.commonest(of: texts) == .clockwise)
        #expect(QuarterTurn.commonest(of: [(.half, 2), (.none, 2)]) == .none)
        #expect(QuarterTurn.commonest(of: []) == .none)
    }

    @Test func turnsAddUp() {
        #expect(QuarterTurn.clockwise.relative(to: .clockwise) == .none)
        #expect(QuarterTurn.none.relative(to: .clockwise) == .counterclockwise)
        #expect(QuarterTurn.half.relative(to: .counterclockwise) == .counterclockwise)
    }
}
