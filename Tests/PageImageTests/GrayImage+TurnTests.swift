import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct GrayImageTurnTests {
    private let image = GrayImage(width: 3, height: 2, pixels: [0, 1, 2, 3, 4, 5])

    @Test func quarterTurnsGoClockwise() {
        #expect(image.turned(.clockwise) == GrayImage(width: 2, height: 3, pixels: [3, 0, 4, 1, 5, 2]))
        #expect(image.turned(.half) == GrayImage(width: 3, height: 2, pixels: [5, 4, 3, 2, 1, 0]))
        #expect(image.turned(.counterclockwise) == GrayImage(width: 2, height: 3, pixels: [2, 5, 1, 4, 0, 3]))
    }

    @Test(arguments: [QuarterTurn.none, .clockwise, .half, .counterclockwise])
    func aTurnIsUndone(turn: QuarterTurn) { #expect(image.turned(turn).turned(turn.undone) == image) }

    @Test func aSmallTurnMovesTheRightSideDown() {
        var canvas = Canvas(width: 201, height: 201)
        canvas.fill(20..<181, 99..<102)
        let turned = canvas.image.rotated(by: 5)
        // Seven pixels at a distance of 80 from the middle.
        #expect(turned.level(180, 107) < 110)
        #expect(turned.level(20, 93) < 110)
        #expect(turned.level(180, 100) > 240)
        #expect(turned.level(100, 100) < 60)
    }

    @Test func whatLiesBeyondTheEdgeIsWhite() {
        let part = image.cropped(to: PixelBox(x0: 2, y0: 1, x1: 4, y1: 3))
        #expect(part == GrayImage(width: 2, height: 2, pixels: [5, 255, 255, 255]))
    }
}
