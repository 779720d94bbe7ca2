import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct PaperLightTests {
    private let light = PaperLight(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)

    @Test func paperInShadeBecomesWhiteAndInkStaysDark() {
        // From 250 at the left to 120 at the right; ink has 30 % of its paper's brightness.
        var canvas = Canvas(width: 500, height: 300)
        for y in 0..<300 {
            for x in 0..<500 {
                let paper = 250 - 130 * x / 500
                let isInk = y % 40 >= 20 && y % 40 < 24 && x % 20 < 14
                canvas.pixels[y * 500 + x] = UInt8(isInk ? paper * 3 / 10 : paper)
            }
        }
        let levelled = light.levelled(canvas.image)
        for x in stride(from: 5, to: 500, by: 20) {
            #expect(levelled.level(x, 50) >= 240, "paper at \(x)")
            #expect(levelled.level(x, 62) <= 110, "ink at \(x)")
        }
    }

    @Test func whitePaperStaysAsItIs() {
        var canvas = Canvas(width: 200, height: 100)
        canvas.print(count: 8, x: 20, y: 40)
        #expect(light.levelled(canvas.image) == canvas.image)
    }
}
