import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct TextLineFinderTests {
    private func lines(on canvas: Canvas, rulings: [RulingLine]) -> FoundLines {
        TextLineFinder(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)
            .lines(in: canvas.image, ink: InkMask(levelled: canvas.image), rulings: rulings)
    }

    private func boxes(_ found: FoundLines) -> [[Int]] { found.lines.map { [$0.x0, $0.y0, $0.x1, $0.y1] } }

    @Test func columnsApartGiveLinesOfTheirOwn() {
        var canvas = Canvas(width: 600, height: 160)
        for y in [20, 60, 100] {
            canvas.print(count: 10, x: 20, y: y)
            canvas.print(count: 8, x: 280, y: y)
        }
        let found = lines(on: canvas, rulings: [])
        #expect(
            boxes(found) == [20, 60, 100].flatMap { [[20, $0, 216, $0 + 16], [280, $0, 436, $0 + 16]] })
        #expect(found.characterHeight == 16)
    }

    @Test func aWallPartsWhatElseIsOneLine() {
        var canvas = Canvas(width: 300, height: 80)
        canvas.print(count: 10, x: 20, y: 30)
        #expect(boxes(lines(on: canvas, rulings: [])) == [[20, 30, 216, 46]])
        let wall = pixelLine(.vertical, at: 118, 10, 70)
        #expect(boxes(lines(on: canvas, rulings: [wall])) == [[20, 30, 116, 46], [120, 30, 216, 46]])
    }

    @Test func aPointGoesToItsLine() {
        var canvas = Canvas(width: 300, height: 80)
        canvas.print(count: 3, x: 20, y: 30)
        canvas.fill(79..<82, 43..<46)
        canvas.print(count: 2, x: 86, y: 30)
        #expect(boxes(lines(on: canvas, rulings: [])) == [[20, 30, 122, 46]])
    }

    /// On a page with specks of noise.
    private func noisyPage() -> Canvas {
        var canvas = Canvas(width: 500, height: 120)
        for x in 0..<10 { canvas.fill((30 + 45 * x)..<(32 + 45 * x), 6..<8) }
        canvas.print(count: 3, x: 20, y: 50)
        return canvas
    }

    @Test func thePointAtALinesEndIsNoNoise() {
        var canvas = noisyPage()
        canvas.fill(79..<82, 63..<66)
        #expect(boxes(lines(on: canvas, rulings: [])) == [[20, 50, 82, 66]])
    }

    @Test func theUpperDotOfASemicolonIsNoNoise() {
        var canvas = noisyPage()
        canvas.fill(80..<83, 57..<60)
        canvas.fill(80..<83, 63..<68)
        let found = lines(on: canvas, rulings: [])
        #expect(found.text.contains(PixelBox(x0: 80, y0: 57, x1: 83, y1: 60)))
    }

    @Test func aBlankPageHasNone() {
        #expect(lines(on: Canvas(width: 100, height: 80), rulings: []).lines.isEmpty)
    }
}
