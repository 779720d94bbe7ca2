import PageModel
import Testing

@testable import TableRecon

@Suite struct BaselineRowsTests {
    private func rows(_ heights: [ClosedRange<Double>], overlap: Double = 0.5) -> [[Double]] {
        heights.map { Rect(x0: 0, y0: $0.lowerBound, x1: 10, y1: $0.upperBound) }
            .baselineRows(overlap: overlap) { $0 }.map { $0.map(\.y0) }
    }

    @Test func whatSharesEnoughOfItsHeightIsOneRow() {
        #expect(rows([20...30, 0...10, 2...12]) == [[0, 2], [20]])
        #expect(rows([0...10, 6...16]) == [[0], [6]])
        #expect(rows([0...10, 6...16], overlap: 0.3) == [[0, 6]])
    }

    @Test func aRaisedMarkPullsNoOtherRowIn() {
        #expect(rows([0...10, 5...9, 9...19]) == [[0, 5], [9]])
    }

    @Test func nothingMakesNoRow() { #expect(rows([]) == []) }
}
