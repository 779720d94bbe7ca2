import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct RulingEraserTests {
    private let eraser = RulingEraser(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)

    @Test func theLineGoesAndTheStrokeAcrossStays() {
        var canvas = Canvas(width: 200, height: 100)
        canvas.fill(20..<180, 50..<52)
        canvas.fill(100..<104, 30..<70)
        let erased = eraser.erased(
            [pixelLine(.horizontal, at: 51, 20, 180)], from: canvas.image, ink: InkMask(levelled: canvas.image))
        #expect(erased.darkest(0..<98, 0..<100) == 255)
        #expect(erased.darkest(106..<200, 0..<100) == 255)
        for y in 30..<70 { #expect(erased.level(102, y) == 0, "the stroke at \(y)") }
    }

    @Test func aLineThatWandersGoesToo() {
        var canvas = Canvas(width: 300, height: 100)
        for x in 10..<290 { canvas.fill(x..<(x + 1), (48 + x / 100)..<(50 + x / 100)) }
        let erased = eraser.erased(
            [pixelLine(.horizontal, at: 50, 10, 290)], from: canvas.image, ink: InkMask(levelled: canvas.image))
        #expect(erased.darkest(0..<300, 0..<100) == 255)
    }

    @Test func aLineAcrossLeavesNothingOfACrossing() {
        var canvas = Canvas(width: 200, height: 200)
        canvas.fill(20..<180, 99..<101)
        canvas.fill(99..<101, 20..<180)
        let lines = [pixelLine(.horizontal, at: 100, 20, 180), pixelLine(.vertical, at: 100, 20, 180)]
        let erased = eraser.erased(lines, from: canvas.image, ink: InkMask(levelled: canvas.image))
        #expect(erased.darkest(0..<200, 0..<200) == 255)
    }
}
