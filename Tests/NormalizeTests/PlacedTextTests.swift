import PageModel
import Testing

@testable import Normalize

/// Texts with the place where they are printed.
@Suite struct PlacedTextTests {
    private let cell: FormCell = {
        let box = Rect(x0: 0, y0: 0, x1: 100, y1: 30)
        let lines = ["资金总额： 120 万元", "财政拨款：100万元"].enumerated().map { index, text in
            PrintedLine(
                page: 1, box: Rect(x0: 0, y0: 15 * Double(index), x1: 100, y1: 15 * Double(index) + 12), text: text)
        }
        return FormCell(
            id: 1, text: lines.map(\.text).joined(), lines: lines.map(\.text), box: box, isOwn: true, columnSpan: 1,
            confidence: 0.8, repairs: [], printed: lines)
    }()

    @Test func aWholeCellStandsAtAllOfItsLines() {
        #expect(cell.placed.evidence?.lines == cell.printed && cell.placed.evidence?.confidence == 0.8)
    }

    @Test func aPartStandsAtTheLineThatHoldsIt() {
        #expect(cell.placed("财政拨款").evidence?.lines == [cell.printed[1]])
        #expect(cell.placed("资金总额：120万元").evidence?.lines == [cell.printed[0]])
    }

    /// A text that wraps stands in none of them alone.
    @Test func aPartOverSeveralLinesStandsAtAll() {
        #expect(cell.placed("万元财政").evidence?.lines == cell.printed)
    }
}
