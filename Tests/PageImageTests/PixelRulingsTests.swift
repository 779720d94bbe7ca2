import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct PixelRulingsTests {
    /// A canvas of 300 by 200 pixels, half a point each.
    private struct Canvas {
        var pixels = [UInt8](repeating: 255, count: 300 * 200)

        mutating func fill(_ xs: Range<Int>, _ ys: Range<Int>, _ value: UInt8 = 0) {
            for y in ys {
                for x in xs { pixels[y * 300 + x] = value }
            }
        }

        var rulings: [RulingLine] {
            PixelRulings.find(in: GrayImage(width: 300, height: 200, pixels: pixels), pointsPerPixel: 0.5)
        }
    }

    @Test func gridIsFoundToHalfAPixel() {
        var canvas = Canvas()
        for y in [20, 60, 100] { canvas.fill(20..<262, y..<(y + 2)) }
        for x in [20, 140, 260] { canvas.fill(x..<(x + 2), 20..<102) }
        #expect(
            short(canvas.rulings) == [
                "h 10.5 10.0 131.0", "h 30.5 10.0 131.0", "h 50.5 10.0 131.0", "v 10.5 10.0 51.0", "v 70.5 10.0 51.0",
                "v 130.5 10.0 51.0",
            ])
        #expect(canvas.rulings.allSatisfy { $0.origin == .pixels })
    }

    @Test func smallGapsAreBridgedAndWideOnesNot() {
        var canvas = Canvas()
        canvas.fill(20..<120, 50..<52)
        canvas.fill(122..<260, 50..<52)
        canvas.fill(20..<120, 90..<92)
        canvas.fill(150..<260, 90..<92)
        #expect(canvas.rulings.count == 3)
    }

    @Test func dottedLineIsOneAndARowOfStemsIsNone() {
        var canvas = Canvas()
        for index in 0..<80 { canvas.fill((20 + 3 * index)..<(22 + 3 * index), 50..<52) }
        for index in 0..<20 { canvas.fill((20 + 6 * index)..<(22 + 6 * index), 100..<102) }
        for index in 0..<20 { canvas.fill((20 + 6 * index)..<(24 + 6 * index), 104..<118) }
        #expect(short(canvas.rulings) == ["h 25.5 10.0 129.5 dashed"])
    }

    @Test func slightlySkewedLineIsOne() {
        var canvas = Canvas()
        for x in 10..<290 { canvas.fill(x..<(x + 1), (60 + x / 50)..<(62 + x / 50)) }
        let lines = canvas.rulings
        #expect(lines.count == 1)
        #expect(lines.first.map { $0.length > 135 && abs($0.position - 32) < 1 } == true)
    }

    @Test func solidAreasAndTextAreNoLines() {
        var canvas = Canvas()
        canvas.fill(20..<200, 20..<60)
        // Rows of characters: bars as wide as a large character, with stems.
        for row in [100, 130] {
            for column in 0..<9 {
                canvas.fill((20 + 30 * column)..<(44 + 30 * column), row..<(row + 2))
                canvas.fill((31 + 30 * column)..<(34 + 30 * column), row..<(row + 20))
            }
        }
        #expect(canvas.rulings.isEmpty)
    }

    @Test func lineInTheShadeIsFound() {
        var canvas = Canvas()
        canvas.fill(0..<300, 0..<200, 150)
        canvas.fill(40..<200, 100..<102, 90)
        #expect(short(canvas.rulings) == ["h 50.5 20.0 100.0"])
    }
}
