import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct PixelLineFinderTests {
    private func lines(_ canvas: Canvas, axis: Axis = .horizontal) -> [PixelLineFinder.Candidate] {
        let finder = PixelLineFinder(settings: PixelRulings.Settings(), pointsPerPixel: Canvas.pointsPerPixel)
        return finder.lines(in: InkMask(levelled: canvas.image), axis: axis)
    }

    @Test func aThinStrokeIsALineAndAThickOneIsNot() {
        var canvas = Canvas(width: 400, height: 100)
        canvas.fill(20..<380, 30..<32)
        canvas.fill(20..<380, 60..<85)
        #expect(short(lines(canvas).map(\.line)) == ["h 11.2 7.2 136.8"])
        #expect(lines(canvas).map(\.isWhole) == [true])
    }

    @Test func dashesAtEvenDistancesAreADashedLine() {
        var canvas = Canvas(width: 400, height: 60)
        for x in stride(from: 20, to: 380, by: 18) { canvas.fill(x..<(x + 10), 30..<32) }
        #expect(lines(canvas).map(\.line.isDashed) == [true])
    }

    @Test func printIsNoLine() {
        var canvas = Canvas(width: 400, height: 60)
        canvas.print(count: 15, x: 20, y: 20)
        #expect(lines(canvas).isEmpty)
    }
}
