import Testing

@testable import Bulk

/// Figures of a ledger that may be damaged.
@Suite struct RowValuesTests {
    @Test(arguments: [(1, 2, 3), (Int.max, 1, Int.max), (Int.min, -1, Int.min), (Int.max, Int.min, -1), (5, -7, -2)])
    func sumsStopAtTheLargestFigure(one: Int, other: Int, sum: Int) { #expect(one.addingClamped(other) == sum) }
}
