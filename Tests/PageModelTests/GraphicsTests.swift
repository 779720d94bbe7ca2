import PageModel
import Testing

@Suite struct GraphicsTests {
    @Test func aLineRunsForwardsHoweverItWasDrawn() {
        let line = RulingLine(axis: .vertical, position: 5, start: 40, end: 10, thickness: -1, origin: .stroke)
        #expect(line.start == 10 && line.end == 40 && line.length == 30 && line.thickness == 0)
        #expect(line.box == Rect(x0: 5, y0: 10, x1: 5, y1: 40))
        #expect(
            RulingLine(axis: .horizontal, position: 5, start: 10, end: 40, thickness: 1, origin: .stroke).box.y0 == 5)
    }

    @Test func aPicturesResolutionIsThatOfThePage() throws {
        let image = PlacedImage(box: Rect(x0: 0, y0: 0, x1: 72, y1: 144), pixelWidth: 200, pixelHeight: 400)
        let own = try #require(image.resolution)
        #expect(own.across == 200 && own.down == 200)
    }

    @Test func aPictureTurnedByAQuarterHasItsSidesExchanged() throws {
        let image = PlacedImage(box: Rect(x0: 0, y0: 0, x1: 144, y1: 72), pixelWidth: 200, pixelHeight: 400)
        let own = try #require(image.resolution)
        #expect(own.across == 200 && own.down == 200)
    }

    @Test func withoutASizeThereIsNoResolution() {
        #expect(PlacedImage(box: Rect(x0: 0, y0: 0, x1: 72, y1: 72), pixelWidth: 0, pixelHeight: 9).resolution == nil)
        #expect(PlacedImage(box: Rect(x0: 0, y0: 0, x1: 0, y1: 72), pixelWidth: 9, pixelHeight: 9).resolution == nil)
    }
}
