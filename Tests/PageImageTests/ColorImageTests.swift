import Testing

@testable import PageImage

@Suite struct ColorImageTests {
    /// Red, green / blue, white; bytes are blue, green, red, unused.
    private let image = ColorImage(
        width: 2, height: 2, pixels: [0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0])

    @Test func brightnessIsThatOfTheEye() { #expect(image.gray().pixels == [76, 149, 29, 255]) }

    @Test func aCropBeyondTheEdgeIsWhite() {
        let crop = image.cropped(to: PixelBox(x0: 1, y0: -1, x1: 3, y1: 1))
        #expect(crop.width == 2 && crop.height == 2)
        #expect(crop.gray().pixels == [255, 255, 149, 255])
    }

    @Test func aCropOutsideIsBlank() {
        #expect(image.cropped(to: PixelBox(x0: 5, y0: 5, x1: 6, y1: 6)).gray().pixels == [255])
    }
}
