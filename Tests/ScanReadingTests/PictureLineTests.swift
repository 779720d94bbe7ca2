import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

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

@Suite struct RulingBridgeTests {
    private let bridge = RulingBridge(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)
    private let pieces = [pixelLine(.horizontal, at: 51, 20, 160), pixelLine(.horizontal, at: 51, 220, 360)]

    private func page(trace: UInt8) -> GrayImage {
        var canvas = Canvas(width: 400, height: 150)
        canvas.fill(20..<360, 50..<52)
        canvas.fill(160..<220, 50..<52, level: trace)
        return canvas.image
    }

    @Test func aGapWithAFaintTraceIsBridged() {
        let lines = bridge.bridged(pieces, in: page(trace: 220))
        #expect(short(lines) == ["h 18.4 7.2 129.6"])
    }

    @Test func aGapWithoutATraceStays() {
        let lines = bridge.bridged(pieces, in: page(trace: 255))
        #expect(short(lines) == ["h 18.4 7.2 57.6", "h 18.4 79.2 129.6"])
    }

    @Test func aSmallGapInALineOfAGridNeedsNoTrace() {
        var canvas = Canvas(width: 420, height: 150)
        let posts = [20, 400].map { pixelLine(.vertical, at: Double($0), 10, 130) }
        let broken = [(20, 140), (152, 270), (280, 398)].map { pixelLine(.horizontal, at: 51, $0.0, $0.1) }
        for line in broken { canvas.fill(Int(line.start / 0.36)..<Int(line.end / 0.36), 50..<52) }
        let lying = { (lines: [RulingLine]) in short(lines).filter { $0.hasPrefix("h") } }
        #expect(lying(bridge.bridged(broken + posts, in: canvas.image)) == ["h 18.4 7.2 143.3"])
        // The rules under the groups of a head have no lines across.
        #expect(lying(bridge.bridged(broken, in: canvas.image)).count == 3)
    }

    @Test func aGapAsWideAsACellStays() {
        let posts = [20, 380].map { pixelLine(.vertical, at: Double($0), 10, 130) }
        let lines = bridge.bridged(pieces + posts, in: page(trace: 255))
        #expect(lines.count { $0.axis == .horizontal } == 2)
    }

    @Test func aFaintEndReachesTheLineAcross() {
        let post = pixelLine(.vertical, at: 201, 10, 130)
        let lines = bridge.bridged([pixelLine(.horizontal, at: 51, 20, 160), post], in: page(trace: 220))
        #expect(lines.contains { $0.axis == .horizontal && abs($0.end - 201 * Canvas.pointsPerPixel) < 0.1 })
    }
}

@Suite struct TextLineFinderTests {
    private func lines(on canvas: Canvas, rulings: [RulingLine]) -> FoundLines {
        TextLineFinder(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)
            .lines(in: canvas.image, ink: InkMask(levelled: canvas.image), rulings: rulings)
    }

    private func boxes(_ found: FoundLines) -> [[Int]] { found.lines.map { [$0.x0, $0.y0, $0.x1, $0.y1] } }

    @Test func columnsApartGiveLinesOfTheirOwn() {
        var canvas = Canvas(width: 600, height: 160)
        for y in [20, 60, 100] {
            canvas.print(count: 10, x: 20, y: y)
            canvas.print(count: 8, x: 280, y: y)
        }
        let found = lines(on: canvas, rulings: [])
        #expect(
            boxes(found) == [20, 60, 100].flatMap { [[20, $0, 216, $0 + 16], [280, $0, 436, $0 + 16]] })
        #expect(found.characterHeight == 16)
    }

    @Test func aWallPartsWhatElseIsOneLine() {
        var canvas = Canvas(width: 300, height: 80)
        canvas.print(count: 10, x: 20, y: 30)
        #expect(boxes(lines(on: canvas, rulings: [])) == [[20, 30, 216, 46]])
        let wall = pixelLine(.vertical, at: 118, 10, 70)
        #expect(boxes(lines(on: canvas, rulings: [wall])) == [[20, 30, 116, 46], [120, 30, 216, 46]])
    }

    @Test func aPointGoesToItsLine() {
        var canvas = Canvas(width: 300, height: 80)
        canvas.print(count: 3, x: 20, y: 30)
        canvas.fill(79..<82, 43..<46)
        canvas.print(count: 2, x: 86, y: 30)
        #expect(boxes(lines(on: canvas, rulings: [])) == [[20, 30, 122, 46]])
    }

    /// On a page with specks of noise.
    private func noisyPage() -> Canvas {
        var canvas = Canvas(width: 500, height: 120)
        for x in 0..<10 { canvas.fill((30 + 45 * x)..<(32 + 45 * x), 6..<8) }
        canvas.print(count: 3, x: 20, y: 50)
        return canvas
    }

    @Test func thePointAtALinesEndIsNoNoise() {
        var canvas = noisyPage()
        canvas.fill(79..<82, 63..<66)
        #expect(boxes(lines(on: canvas, rulings: [])) == [[20, 50, 82, 66]])
    }

    @Test func theUpperDotOfASemicolonIsNoNoise() {
        var canvas = noisyPage()
        canvas.fill(80..<83, 57..<60)
        canvas.fill(80..<83, 63..<68)
        let found = lines(on: canvas, rulings: [])
        #expect(found.text.contains(PixelBox(x0: 80, y0: 57, x1: 83, y1: 60)))
    }

    @Test func aBlankPageHasNone() {
        #expect(lines(on: Canvas(width: 100, height: 80), rulings: []).lines.isEmpty)
    }
}
