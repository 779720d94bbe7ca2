import PDFText
import PageImage
import PageModel
import TestSupport

@testable import ScanReading

/// Pages read by an engine that recognises everything and sees only what it is told.
protocol BlindReading {}

/// An engine that sees no text at all, and reads all of it well.
final class BlindEngine: LineRecognizer {
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

extension BlindReading {
    /// How many runs are read.
    func runs(_ canvas: Canvas, _ engine: BlindEngine) throws -> Int {
        let image = LevelledPage(image: canvas.image, pointsPerPixel: Canvas.pointsPerPixel)
        let page = PageContent(
            number: 1, width: Double(canvas.width) * Canvas.pointsPerPixel,
            height: Double(canvas.height) * Canvas.pointsPerPixel)
        return try PictureReader(recognizer: engine, settings: OCRSettings()).read(image, on: page).runs.count
    }

    var letter: Canvas {
        var canvas = Canvas(width: 700, height: 400)
        for y in [60, 110, 160] { canvas.print(count: 20, x: 100, y: y) }
        return canvas
    }
}
