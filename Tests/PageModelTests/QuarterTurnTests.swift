import Testing

@testable import PageModel

@Suite struct QuarterTurnTests {
    @Test func whatUndoesATurnLeadsBack() {
        for turn in QuarterTurn.allCases {
            #expect((turn.rawValue + turn.undone.rawValue) % 360 == 0)
            #expect(turn.opposite.opposite == turn)
            #expect(turn.aside.isUpright != turn.isUpright)
        }
        #expect(QuarterTurn.clockwise.opposite == .counterclockwise)
    }
}
