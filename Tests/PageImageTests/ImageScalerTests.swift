import TestSupport
import Testing

@testable import PageImage

@Suite struct ImageScalerTests {
    @Test func theSameSizeIsTheSamePicture() {
        var canvas = Canvas(width: 8, height: 6)
        canvas.fill(2..<4, 1..<5)
        #expect(ImageScaler.scaled(canvas.image, width: 8, height: 6) == canvas.image)
    }

    @Test func aSmallerPictureIsTheMeanOfWhatItCovers() {
        let checks = GrayImage(width: 8, height: 8, pixels: (0..<64).map { ($0 + $0 / 8) % 2 == 0 ? 0 : 200 })
        let half = ImageScaler.scaled(checks, width: 4, height: 4)
        #expect(half.pixels[5] == 100 && half.pixels[6] == 100)
    }

    @Test func whitePaperStaysWhite() {
        let paper = Canvas(width: 7, height: 5).image
        #expect(ImageScaler.scaled(paper, width: 20, height: 3).pixels.allSatisfy { $0 == 255 })
    }
}
