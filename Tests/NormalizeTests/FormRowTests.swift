import PageModel
import Testing

@testable import Normalize

/// Rows as the reader of forms sees them.
@Suite struct FormRowTests {
    private func row(_ texts: [String]) -> FormRow {
        let cells = texts.enumerated().map { index, text in
            let left = 10 * Double(index)
            return FormCell(
                id: index, text: text, lines: [text], box: Rect(x0: left, y0: 0, x1: left + 10, y1: 10), isOwn: true,
                columnSpan: 1, confidence: 1, repairs: [])
        }
        return FormRow(
            origin: .table(1), page: 1, cells: cells, box: Rect(x0: 0, y0: 0, x1: 100, y1: 10),
            frame: ReadingFrame(turn: .none, width: 200, height: 100), textSource: .embedded)
    }

    @Test(arguments: [
        ["1", "2", "3", "4"], ["甲", "乙", "1", "2"], ["A", "B", "C", "D"], ["甲", "乙", "丙", "丁"], ["0", "1", "2", "3"],
        ["5", "6", "7", "8"], ["１", "２", "３", "４"],
    ])
    func aRowThatNumbersTheColumnsIsTold(texts: [String]) { #expect(row(texts).numbersColumns) }

    @Test(arguments: [
        ["1", "2", "3"], ["1", "3", "2", "4"], ["甲", "丙", "1", "2"], ["参保人数", "1", "2", "3"], ["", "", "", ""],
        ["-1", "0", "1", "2"],
    ])
    func anyOtherRowIsNot(texts: [String]) { #expect(!row(texts).numbersColumns) }

    @Test func cellsAreFoundByTheirPlace() {
        let row = row(["甲", "", "丙"])
        #expect(row.cell(at: 10)?.id == 1)
        #expect(row.cell(at: 9.9)?.id == 0)
        #expect(row.cell(at: 40) == nil)
        #expect(row.filled.map(\.text) == ["甲", "丙"])
    }

    /// A second repair keeps what the engine read, not what the first repair made of it.
    @Test func theFirstReadingIsKept() {
        var cell = row(["1O"]).cells[0]
        cell.mend("10", as: .ocrValue, confidence: 0.8)
        cell.mend("100", as: .ocrValue, confidence: 0.9)
        #expect(cell.raw == "1O")
        #expect(cell.confidence == 0.8)
    }

    @Test func aTurnedPageIsReadUprightAndBack() {
        let frame = ReadingFrame(turn: .clockwise, width: 200, height: 100)
        let box = Rect(x0: 20, y0: 10, x1: 60, y1: 30)
        #expect(frame.toPage(frame.toReading(box)) == box)
        #expect(frame.toReading(box).width == box.height)
    }
}
