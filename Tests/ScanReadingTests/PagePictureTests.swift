import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct PagePictureTests {
    /// An engine that sees no text at all, and reads all of it well.
    private final class Blind: LineRecognizer {
        let name = "blind"
        let tellsPlaces = true
        let seen: [PixelBox]?
        var looks = 0

        init(seen: [PixelBox]?) { self.seen = seen }

        func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading] {
            lines.map { _ in
                LineReading(characters: [CharacterReading(scalar: "a", confidence: 0.9, start: 0, end: 10)])
            }
        }

        func findLines(in image: GrayImage) throws(OCRError) -> [PixelBox]? {
            looks += 1
            return seen
        }
    }

    private func runs(_ canvas: Canvas, _ engine: Blind) throws -> Int {
        let image = LevelledPage(image: canvas.image, pointsPerPixel: Canvas.pointsPerPixel)
        let page = PageContent(
            number: 1, width: Double(canvas.width) * Canvas.pointsPerPixel,
            height: Double(canvas.height) * Canvas.pointsPerPixel)
        return try PictureReader(recognizer: engine, settings: OCRSettings()).read(image, on: page).runs.count
    }

    private var letter: Canvas {
        var canvas = Canvas(width: 700, height: 400)
        for y in [60, 110, 160] { canvas.print(count: 20, x: 100, y: y) }
        return canvas
    }

    @Test func onAPageWithoutAGridTheModelSaysWhatIsText() throws {
        let top = PixelBox(x0: 96, y0: 56, x1: 500, y1: 80)
        #expect(try runs(letter, Blind(seen: [top])) == 1)
    }

    @Test func anEngineWithoutAModelReadsAll() throws { #expect(try runs(letter, Blind(seen: nil)) == 3) }

    @Test func aGridNeedsNoModel() throws {
        var canvas = Canvas(width: 700, height: 400)
        for y in [40, 120, 200, 280] { canvas.fill(60..<640, y..<(y + 2)) }
        for x in [60, 250, 450, 638] { canvas.fill(x..<(x + 2), 40..<282) }
        for y in [70, 150, 230] { canvas.print(count: 6, x: 90, y: y) }
        let engine = Blind(seen: [])
        #expect(try runs(canvas, engine) == 3)
        #expect(engine.looks == 0)
    }
}
