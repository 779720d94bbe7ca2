import PageModel
import TestSupport
import Testing

@testable import PageImage

/// Ruling lines of which hardly a trace is left.
@Suite struct FaintRulingsTests {
    private let finder = FaintRulings(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)
    private let frame = [
        pixelLine(.horizontal, at: 51, 50, 550), pixelLine(.horizontal, at: 251, 50, 550),
        pixelLine(.vertical, at: 51, 50, 252), pixelLine(.vertical, at: 551, 50, 252),
    ]

    /// A black frame with print in it, the lines within as pale as `level` says.
    private func page(level: UInt8) -> GrayImage {
        var canvas = Canvas(width: 600, height: 300, paper: 250)
        canvas.fill(50..<552, 150..<152, level: level)
        canvas.fill(300..<302, 50..<252, level: level)
        for y in [50, 250] { canvas.fill(50..<552, y..<y + 2) }
        for x in [50, 550] { canvas.fill(x..<x + 2, 50..<252) }
        for y in [90, 190] { canvas.print(count: 9, x: 80, y: y) }
        return canvas.image
    }

    @Test(arguments: [200, 225, 234] as [UInt8]) func paleLinesBetweenOthersAreFound(level: UInt8) throws {
        let found = finder.lines(beside: frame, in: page(level: level), rules: .init())
        try #require(found.map(\.axis) == [.horizontal, .vertical])
        #expect(abs(found[0].position - 54.4) < 0.4 && abs(found[1].position - 108.4) < 0.4)
        #expect(abs(found[0].start - 18) < 1.5 && abs(found[0].end - 198.7) < 1.5)
        #expect(abs(found[1].start - 18) < 1.5 && abs(found[1].end - 90.7) < 1.5)
    }

    @Test func printIsNoFaintLine() {
        #expect(finder.lines(beside: frame, in: page(level: 250), rules: .init()).isEmpty)
    }

    @Test func onlyWhatDoesNotHangTogetherIsIncomplete() {
        #expect(!finder.isIncomplete(frame))
        #expect(!finder.isIncomplete([]))
        #expect(finder.isIncomplete(Array(frame.dropLast())))
        #expect(finder.isIncomplete([pixelLine(.horizontal, at: 51, 50, 550)]))
    }
}
