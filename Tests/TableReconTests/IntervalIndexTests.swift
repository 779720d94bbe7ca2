import PageModel
import Testing

@testable import TableRecon

@Suite struct IntervalIndexTests {
    @Test(arguments: [1, 2, 3, 17, 200])
    func findsWhatLookingAtEachOneFinds(count: Int) {
        var seed = UInt64(count)
        func next() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(seed >> 40) / Double(1 << 24) * 100
        }
        let intervals = (0..<count).map { _ in
            let start = next().rounded()
            return start...(start + (next() / 10).rounded())
        }
        let index = IntervalIndex(intervals)
        for _ in 0..<50 {
            let start = next().rounded()
            let range = start...(start + (next() / 20).rounded())
            #expect(index.meeting(range).sorted() == intervals.indices.filter { intervals[$0].overlaps(range) })
        }
    }

    @Test func anEmptyIndexFindsNothing() { #expect(IntervalIndex([]).meeting(0...100) == []) }
}

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
