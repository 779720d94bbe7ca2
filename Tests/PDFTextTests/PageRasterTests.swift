import PageImage
import Testing

@testable import PDFText

/// Pictures of pages.
@Suite struct PageRasterTests {
    private func page(_ content: String) throws -> SourcePage { try PageFile(content: content).source() }

    @Test func aPageIsDrawnInColourOnWhitePaper() throws {
        let image = try #require(page("1 0 0 rg 100 0 100 100 re f").image(dpi: 72))
        #expect((image.width, image.height) == (200, 100))
        let gray = image.gray()
        #expect(gray.pixels[50 * 200 + 20] == 255)
        #expect(gray.pixels[50 * 200 + 150] < 200)
        // Blue, green, red.
        #expect(Array(image.pixels[(4 * (50 * 200 + 150))..<(4 * (50 * 200 + 150) + 3)]) == [0, 0, 255])
    }

    /// More dots an inch than make a sheet of 40 million pixels are not drawn.
    @Test func aHugePictureIsDrawnSmaller() throws {
        let image = try #require(page("").image(dpi: 72 * 60))
        #expect(image.width * image.height <= ColorImage.mostPixels * 101 / 100)
        #expect(image.width > 8000)
    }

    @Test func aPageWithAUnitOfItsOwnIsAsLargeAsItIs() throws {
        var file = PageFile(content: "0 g 0 0 200 100 re f")
        file.page = "/UserUnit 2"
        let image = try #require(try file.source().image(dpi: 72))
        #expect((image.width, image.height) == (400, 200))
        #expect(image.gray().pixels.last == 0)
    }
}
