import PageModel
import TestSupport
import Testing

@testable import PageImage

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

    /// A seal was taken off along the line: its edges are dark for a pixel or two.
    @Test func aTraceBetweenTheEdgesOfASealIsOne() {
        var canvas = Canvas(width: 400, height: 150)
        canvas.fill(20..<360, 50..<52)
        canvas.fill(160..<220, 46..<57, level: 240)
        for y in [46, 55] { canvas.fill(160..<220, y..<y + 1, level: 205) }
        canvas.fill(160..<220, 50..<52, level: 214)
        #expect(short(bridge.bridged(pieces, in: canvas.image)) == ["h 18.4 7.2 129.6"])
    }
}
