import PageImage
import Testing

@testable import PDFText

/// Pictures as PNG files.
@Suite struct GrayImagePNGTests {
    @Test func thePictureIsAPNGFile() throws {
        let bytes = try #require(GrayImage(width: 3, height: 2, pixels: [0, 128, 255, 1, 2, 3]).png())
        #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // The header's width and height.
        #expect(Array(bytes[16..<24]) == [0, 0, 0, 3, 0, 0, 0, 2])
    }

    @Test func anEmptyPictureIsNoFile() { #expect(GrayImage(width: 0, height: 0, pixels: []).png() == nil) }
}
