import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

/// Which lines of a picture are read.
@Suite struct PictureReaderTests: BlindReading {
    @Test func onAPageWithoutAGridTheModelSaysWhatIsText() throws {
        let top = PixelBox(x0: 96, y0: 56, x1: 500, y1: 80)
        #expect(try runs(letter, BlindEngine(seen: [top])) == 1)
    }

    @Test func anEngineWithoutAModelReadsAll() throws { #expect(try runs(letter, BlindEngine(seen: nil)) == 3) }
}
