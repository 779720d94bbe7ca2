import PageModel
import Testing

@testable import PDFText

/// Boxes whose sides and round corners are strokes of their own.
@Suite struct LooseCornersTests {
    private let radius = 4.0

    /// The paths of a box, each with a stroke of its own or all in one.
    private func box(x: Double, y: Double, width: Double, height: Double, end: String) -> String {
        let (left, right, low, high, r) = (x, x + width, y, y + height, radius)
        let sides = [
            "\(left + r) \(low) m \(right - r) \(low) l", "\(right) \(low + r) m \(right) \(high - r) l",
            "\(right - r) \(high) m \(left + r) \(high) l", "\(left) \(high - r) m \(left) \(low + r) l",
        ]
        let corners = [
            "\(right - r) \(low) m \(right - 2) \(low) \(right) \(low + 2) \(right) \(low + r) c",
            "\(right) \(high - r) m \(right) \(high - 2) \(right - 2) \(high) \(right - r) \(high) c",
            "\(left + r) \(high) m \(left + 2) \(high) \(left) \(high - 2) \(left) \(high - r) c",
            "\(left) \(low + r) m \(left) \(low + 2) \(left + 2) \(low) \(left + r) \(low) c",
        ]
        return (sides + corners).map { "\($0) \(end) " }.joined() + "S "
    }

    private func rulings(gap: Double, end: String = "S") -> [RulingLine] {
        var operators = "0.5 w "
        for row in 0..<3 {
            for column in 0..<3 {
                operators += box(
                    x: 10 + (50 + gap) * Double(column), y: 6 + (18 + gap) * Double(row), width: 50, height: 18,
                    end: end)
            }
        }
        return drawn(operators).rulings
    }

    @Test(arguments: ["S", ""]) func sidesMeetWhereACornerJoinsThem(_ end: String) {
        let lines = drawn("0.5 w " + box(x: 20, y: 20, width: 60, height: 30, end: end)).rulings
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.length >= ($0.axis == .horizontal ? 60 : 30) - 0.01 })
    }

    /// As boxes of square corners do.
    @Test func boxesInRowsShareTheirBorders() {
        for axis in [Axis.horizontal, .vertical] {
            #expect(Set(rulings(gap: 4).filter { $0.axis == axis }.map(\.position)).count == 4)
        }
    }

    /// A rounded end of one line is no corner.
    @Test func aCurveBesideOneLineChangesNothing() {
        let line = "0.5 w 20 50 m 100 50 l S "
        let hook = "100 50 m 102 50 104 52 104 54 c S"
        #expect(drawn(line + hook).rulings == drawn(line).rulings)
    }

    @Test func linesFarFromACurveAreLeftAlone() {
        let lines = "0.5 w 20 50 m 100 50 l S 110 60 m 110 90 l S "
        let arc = "60 20 m 62 20 64 22 64 24 c S"
        #expect(drawn(lines + arc).rulings == drawn(lines).rulings)
    }
}
