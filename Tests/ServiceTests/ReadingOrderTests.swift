import Testing

@testable import Service

@Suite struct ReadingOrderTests {
    @Test func theFirstEndCounts() throws {
        let order = try TestOrder.make()
        #expect(order.outcome == nil && order.isWanted)
        order.end(.read(failures: [], problems: []))
        order.end(.unwanted)
        guard case .read = order.outcome else {
            Issue.record("The outcome was changed.")
            return
        }
        #expect(order.lines.isFinished && order.forms.isFinished)
    }

    /// A file made of the lines is handed out in their place.
    @Test func anotherAnswerTakesThePlaceOfTheLines() throws {
        let order = try TestOrder.make()
        try order.lines.append([1])
        let file = try ResultSpool(in: "/tmp", budget: SpoolBudget(most: 100))
        try file.append([2, 3])
        order.answer(with: file)
        #expect(try order.answer.piece(at: 0) == [2, 3])
        #expect(order.answer.isFinished)
    }
}
