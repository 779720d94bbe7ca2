import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite struct DetectedLinesTests {
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

/// What was read beside all detected lines, on a page with characters 20 pixels high.
@Suite struct UndetectedTextTests {
    private func isText(_ text: String, width: Int, height: Int, confidence: Double = 0.95) -> Bool {
        let characters = text.unicodeScalars.map {
            CharacterReading(scalar: $0, confidence: confidence, start: 0, end: 10)
        }
        return UndetectedText(settings: .init(), characterHeight: 20).isText(
            LineReading(characters: characters), at: PixelBox(x0: 50, y0: 50, x1: 50 + width, y1: 50 + height))
    }

    @Test func theDashOfAnEmptyCellIsText() {
        #expect(isText("-", width: 6, height: 2, confidence: 0.5))
        #expect(isText("—", width: 20, height: 2, confidence: 0.5))
        // A hair on the glass.
        #expect(!isText("-", width: 60, height: 2))
    }

    @Test func aLoneFigureIsText() {
        #expect(isText("0", width: 10, height: 16))
        #expect(isText("10", width: 20, height: 16))
        #expect(!isText("0", width: 10, height: 16, confidence: 0.6))
    }

    @Test func aFoldIsNoOneAndASpeckNoPoint() {
        #expect(!isText("1", width: 2, height: 18))
        #expect(!isText(".", width: 6, height: 6))
        #expect(!isText("e", width: 14, height: 14))
    }

    @Test func penStrokesReadAsWordsAreNoText() {
        #expect(!isText("/>L", width: 100, height: 30))
        #expect(!isText("MiVn", width: 100, height: 30, confidence: 0.7))
        #expect(isText("年度总体目标", width: 130, height: 20))
    }
}

@Suite struct PageDetectionTests {
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
