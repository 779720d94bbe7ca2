import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct BoxIndexTests {
    private let boxes = [
        PixelBox(x0: 0, y0: 0, x1: 10, y1: 10), PixelBox(x0: 15, y0: 0, x1: 200, y1: 10),
        PixelBox(x0: 0, y0: 300, x1: 10, y1: 310),
    ]

    @Test func boxesWithinReachAreFoundOnce() {
        let index = BoxIndex(boxes, side: 16)
        #expect(index.near(boxes[0], reach: 5) == [0, 1])
        #expect(index.near(boxes[0], reach: 4) == [0])
        #expect(index.near(boxes[1], reach: 0) == [1])
        #expect(index.near(PixelBox(x0: 0, y0: 0, x1: 400, y1: 400), reach: 0) == [0, 1, 2])
    }

    @Test func nothingIsNearAnEmptyPlace() {
        #expect(BoxIndex(boxes, side: 16).near(PixelBox(x0: 500, y0: 500, x1: 510, y1: 510), reach: 20) == [])
        #expect(BoxIndex([], side: 16).near(boxes[0], reach: 20) == [])
    }

    @Test func aRulingLineIsAWallBetweenWhatItParts() {
        let walls = RulingWalls([pixelLine(.vertical, at: 50, 0, 100)], pointsPerPixel: Canvas.pointsPerPixel)
        let left = PixelBox(x0: 0, y0: 20, x1: 40, y1: 40)
        #expect(walls.part(left, PixelBox(x0: 60, y0: 20, x1: 100, y1: 40)))
        #expect(!walls.part(left, PixelBox(x0: 42, y0: 20, x1: 48, y1: 40)))
        let below = PixelBox(x0: 0, y0: 120, x1: 40, y1: 140)
        #expect(!walls.part(below, PixelBox(x0: 60, y0: 120, x1: 100, y1: 140)), "it ends above")
    }
}
