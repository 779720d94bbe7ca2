import PageModel
import Testing

@testable import PDFText

@Suite struct BoxedCellsTests {
    /// Boxes of 60 by 20 points, each with lines of its own.
    private func boxes(columns: Int, rows: Int, gap: Double) -> [RulingLine] {
        var lines: [RulingLine] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let (x, y) = (50 + Double(column) * (60 + gap), 100 + Double(row) * (20 + gap))
                for (axis, position, start, end) in [
                    (Axis.horizontal, y, x, x + 60), (.horizontal, y + 20, x, x + 60), (.vertical, x, y, y + 20),
                    (.vertical, x + 60, y, y + 20),
                ] {
                    lines.append(
                        RulingLine(
                            axis: axis, position: position, start: start, end: end, thickness: 0.5, origin: .stroke))
                }
            }
        }
        return lines
    }

    @Test(arguments: [3.0, 5, 8]) func evenlySpacedBoxesShareTheirBorders(_ gap: Double) {
        let closed = BoxedCells(settings: GraphicsSettings()).closed(boxes(columns: 3, rows: 3, gap: gap))
        #expect(Set(closed.filter { $0.axis == .vertical }.map(\.position)).count == 4)
        #expect(Set(closed.filter { $0.axis == .horizontal }.map(\.position)).count == 4)
    }

    @Test func boxesFarApartAreLeftAlone() {
        let lines = boxes(columns: 3, rows: 3, gap: 20)
        #expect(BoxedCells(settings: GraphicsSettings()).closed(lines) == lines)
    }

    @Test func aFewBoxesAreNoTable() {
        let lines = boxes(columns: 2, rows: 2, gap: 5)
        #expect(BoxedCells(settings: GraphicsSettings()).closed(lines) == lines)
    }

    /// Their sides in a row would pass for a dashed line.
    @Test func boxesThatAreDrawnAreClosed() {
        var operators = "0.5 w "
        for row in 0..<4 {
            for column in 0..<3 { operators += "\(10 + 55 * column) \(6 + 22 * row) 50 18 re S " }
        }
        #expect(Set(drawn(operators).rulings.filter { $0.axis == .vertical }.map(\.position)).count == 4)
        #expect(Set(drawn(operators).rulings.filter { $0.axis == .horizontal }.map(\.position)).count == 5)
    }
}
