import PageModel
import Testing

@testable import PDFText

@Suite struct BoxedCellsTests {
    /// Boxes drawn each in one go.
    private func rulings(columns: Int, rows: Int, gap: Int) -> [RulingLine] {
        var operators = "0.5 w "
        for row in 0..<rows {
            for column in 0..<columns { operators += "\(10 + (50 + gap) * column) \(6 + (18 + gap) * row) 50 18 re S " }
        }
        return drawn(operators).rulings
    }

    private func positions(_ lines: [RulingLine], _ axis: Axis) -> Int {
        Set(lines.filter { $0.axis == axis }.map(\.position)).count
    }

    /// Their sides in a row would pass for dashed lines.
    @Test(arguments: [2, 4, 8]) func evenlySpacedBoxesShareTheirBorders(_ gap: Int) {
        let lines = rulings(columns: 3, rows: 3, gap: gap)
        #expect(positions(lines, .vertical) == 4)
        #expect(positions(lines, .horizontal) == 4)
        #expect(lines.allSatisfy { !$0.isDashed })
    }

    @Test func boxesFarApartAreLeftAlone() {
        #expect(positions(rulings(columns: 3, rows: 2, gap: 14), .vertical) == 6)
    }

    @Test func aFewBoxesAreNoTable() {
        #expect(positions(rulings(columns: 2, rows: 2, gap: 5), .vertical) == 4)
    }
}
