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
