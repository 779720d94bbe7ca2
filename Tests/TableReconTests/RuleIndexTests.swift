import PageModel
import Testing

@testable import TableRecon

@Suite struct RuleIndexTests {
    private let index = RuleIndex(
        [30.0, 10, 20, 20].map {
            RulingLine(axis: .horizontal, position: $0, start: 0, end: 50, thickness: 1, origin: .stroke)
        })

    @Test func betweenLeavesTheEndsOut() {
        #expect(index.between(10, 30).map(\.position) == [20, 20])
        #expect(index.between(20, 20).isEmpty)
        #expect(index.between(30, 10).isEmpty)
    }

    @Test func nearHasTheEnds() {
        #expect(index.near(15, tolerance: 5).map(\.position) == [10, 20, 20])
        #expect(index.near(25, tolerance: 4).isEmpty)
    }
}
