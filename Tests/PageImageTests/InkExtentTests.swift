import TestSupport
import Testing

@testable import PageImage

@Suite struct InkExtentTests {
    @Test func theDarkColumnsAreFound() throws {
        var canvas = Canvas(width: 40, height: 10, paper: 240)
        canvas.fill(8..<12, 2..<8)
        canvas.fill(30..<33, 2..<8, level: 200)
        let extent = try #require(InkExtent(of: canvas.image, leastContrast: 24, share: 0.4))
        #expect(extent.first == 8 && extent.last == 11 && extent.paper == 240, "the pale stroke is no ink")
    }

    @Test func aBlankPictureHasNone() {
        #expect(InkExtent(of: Canvas(width: 40, height: 10).image, leastContrast: 24, share: 0.4) == nil)
        #expect(InkExtent(of: GrayImage(width: 0, height: 0, pixels: []), leastContrast: 24, share: 0.4) == nil)
    }

    @Test func columnsOutsideArePaper() {
        var canvas = Canvas(width: 4, height: 1)
        canvas.fill(0..<4, 0..<1)
        #expect(canvas.image.columns(from: -2, to: 6, paper: 9).pixels == [9, 9, 0, 0, 0, 0, 9, 9])
    }
}
