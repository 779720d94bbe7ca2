import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

/// Pictures of pages before lines are sought in them.
@Suite struct LevelledPageTests {
    /// A picture of one colour with a dark box in its upper left part.
    private func picture(red: UInt8, green: UInt8, blue: UInt8) -> ColorImage {
        var pixels: [UInt8] = []
        for y in 0..<200 {
            for x in 0..<300 {
                let isInk = (20..<60).contains(x) && (20..<40).contains(y)
                pixels += isInk ? [0, 0, 0, 255] : [blue, green, red, 255]
            }
        }
        return ColorImage(width: 300, height: 200, pixels: pixels)
    }

    @Test func grayPaperIsWhiteAndInkIsDark() {
        let page = LevelledPage(picture(red: 200, green: 200, blue: 200), width: 150, settings: OCRSettings())
        #expect(page.pointsPerPixel == 0.5)
        #expect(page.image.pixels[100 * 300 + 200] > 240)
        #expect(page.image.pixels[30 * 300 + 40] < 100)
    }
}
