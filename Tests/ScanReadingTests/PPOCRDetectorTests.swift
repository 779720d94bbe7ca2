import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct PPOCRDetectorTests {
    private let finder = TextLineFinder(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)

    private func found(_ canvas: Canvas, _ areas: [PixelBox]) -> FoundLines {
        finder.lines(
            in: canvas.image, ink: InkMask(levelled: canvas.image), rulings: [], areas: TextAreas(areas))
    }

    @Test func aLineEndsWhereThePenBegins() {
        var canvas = Canvas(width: 400, height: 80)
        canvas.print(count: 10, x: 20, y: 30)
        canvas.stroke([(226, 44), (236, 26), (246, 50), (256, 28)])
        let area = PixelBox(x0: 16, y0: 26, x1: 220, y1: 50)
        let lines = found(canvas, [area])
        #expect(lines.lines.contains(PixelBox(x0: 20, y0: 30, x1: 216, y1: 46)))
        #expect(lines.undetected.count == 1)
        let whole = finder.lines(in: canvas.image, ink: InkMask(levelled: canvas.image), rulings: [])
        #expect(whole.lines.count == 1)
    }

    @Test func anAreaOverTwoColumnsDoesNotJoinThem() {
        var canvas = Canvas(width: 600, height: 80)
        canvas.print(count: 10, x: 20, y: 30)
        canvas.print(count: 8, x: 280, y: 30)
        let lines = found(canvas, [PixelBox(x0: 16, y0: 26, x1: 442, y1: 50)])
        #expect(lines.lines.map { [$0.x0, $0.x1] } == [[20, 216], [280, 436]])
        #expect(lines.undetected.isEmpty)
    }

    @Test func whereNothingIsSeenAllIsInDoubt() {
        var canvas = Canvas(width: 400, height: 80)
        canvas.print(count: 3, x: 20, y: 30)
        let lines = found(canvas, [])
        #expect(lines.lines == [PixelBox(x0: 20, y0: 30, x1: 76, y1: 46)])
        #expect(lines.undetected == Set(lines.lines))
    }
}
