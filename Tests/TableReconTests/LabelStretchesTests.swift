import Testing

@testable import TableRecon

@Suite struct LabelStretchesTests {
    private let stretches = LabelStretches(middles: [0, 12, 24, 36, 48, 60], settings: .init())

    private func found(_ middles: [Double], in rows: Range<Int> = 0..<6) -> [Range<Int>]? {
        stretches.stretches(of: middles.map { .init(middle: $0, em: 10) }, in: rows)
    }

    @Test func labelsInTheMiddle() {
        #expect(found([12, 48]) == [0..<3, 3..<6])
        #expect(found([6, 42]) == [0..<2, 2..<6])
        #expect(found([18], in: 0..<4) == [0..<4])
    }

    @Test func labelsOfDifferentHeight() { #expect(found([12.0, 36, 54]) == [0..<3, 3..<4, 4..<6]) }

    @Test func labelsBesideTheFirstOfTheirRows() {
        #expect(found([0, 36]) == nil)
        #expect(found([0], in: 0..<3) == nil)
    }

    @Test func labelsThatLeaveRowsOut() {
        #expect(found([12, 42]) == nil)
        #expect(found([60], in: 0..<6) == nil)
    }

    @Test func aLabelForEachRow() { #expect(found([0, 12, 24, 36, 48, 60]) == nil) }
}
