import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

/// Pictures with a grid.
@Suite struct PagePictureTests: BlindReading {
    @Test func aGridNeedsNoModel() throws {
        var canvas = Canvas(width: 700, height: 400)
        for y in [40, 120, 200, 280] { canvas.fill(60..<640, y..<(y + 2)) }
        for x in [60, 250, 450, 638] { canvas.fill(x..<(x + 2), 40..<282) }
        for y in [70, 150, 230] { canvas.print(count: 6, x: 90, y: y) }
        let engine = BlindEngine(seen: [])
        #expect(try runs(canvas, engine) == 3)
        #expect(engine.looks == 0)
    }
}
