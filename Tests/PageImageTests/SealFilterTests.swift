import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct SealFilterTests {
    private let filter = SealFilter(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)

    /// Print, and red ink where `isRed` says so, as ink lets through what is under it.
    private func page(isRed: (Int, Int) -> Bool) -> ColorImage {
        var canvas = Canvas(width: 400, height: 300)
        for y in [80, 120, 160, 200] { canvas.fill(60..<340, y..<(y + 6), level: 30) }
        var pixels: [UInt8] = []
        for y in 0..<300 {
            for x in 0..<400 {
                let under = Int(canvas.pixels[y * 400 + x])
                let (red, other) = isRed(x, y) ? (225, 60) : (255, 255)
                pixels += [UInt8(under * other / 255), UInt8(under * other / 255), UInt8(under * red / 255), 0]
            }
        }
        return ColorImage(width: 400, height: 300, pixels: pixels)
    }

    @Test func aRedSealGoesAndThePrintUnderItStays() {
        let gray = filter.gray(
            page { x, y in
                let square = (x - 200) * (x - 200) + (y - 150) * (y - 150)
                return square <= 90 * 90 && square >= 76 * 76
            })
        // The ring crosses no print at its top, and the line at 160 at its right.
        #expect(gray.level(200, 66) >= 235)
        #expect(gray.level(282, 163) <= 90)
        #expect(gray.level(200, 163) <= 40)
    }

    @Test func aLineOfRedTextStays() {
        let image = page { x, y in y >= 240 && y < 256 && x >= 40 && x < 360 && x % 20 < 16 }
        #expect(filter.gray(image) == image.gray())
    }

    @Test func aPageWithoutColourIsItsBrightness() {
        let image = page { _, _ in false }
        #expect(filter.gray(image) == image.gray())
    }
}
