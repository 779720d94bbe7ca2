import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct PaleInkTests {
    private func line(pale: Bool) -> GrayImage {
        var canvas = Canvas(width: 160, height: 40)
        for index in 0..<4 { canvas.fill((10 + 36 * index)..<(16 + 36 * index), 8..<32, level: 20) }
        if pale {
            for index in 0..<3 { canvas.fill((24 + 36 * index)..<(28 + 36 * index), 0..<36, level: 170) }
            canvas.fill(0..<160, 18..<20, level: 170)
            for index in 0..<4 { canvas.fill((10 + 36 * index)..<(16 + 36 * index), 8..<32, level: 20) }
        }
        return canvas.image
    }

    @Test func aSealOverALineIsSeen() {
        let pale = PaleInk(settings: .init())
        #expect(pale.lies(over: line(pale: true)))
        #expect(!pale.lies(over: line(pale: false)))
    }

    @Test func withoutItTheTextStaysAsItWas() throws {
        let clean = try #require(PaleInk(settings: .init()).removed(from: line(pale: true), share: 0.35))
        #expect(clean.width == 160, "places along the line hold")
        #expect(clean.height < 32, "rows above and below the text go")
        #expect(clean.darkest(10..<16, 6..<20) == 20)
        #expect(clean.darkest(20..<34, 0..<clean.height) == 255)
    }
}
