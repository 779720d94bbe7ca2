import TestSupport
import Testing

@testable import PictureFiles

/// What files say of themselves.
@Suite struct PictureHeaderTests {
    @Test func aJPEGFileSaysItsResolution() throws {
        let header = try Pictures.file(Pictures.jpeg) { $0.pages[0] }
        #expect((header.width, header.height, header.isGray) == (16, 8, false))
        #expect(header.resolution == PictureResolution(across: 72, down: 72))
    }

    @Test func aPNGFileSaysItInMetres() throws {
        let resolution = try #require(try Pictures.file(Pictures.png) { $0.pages[0].resolution })
        #expect(abs(resolution.across - 200) < 0.01)
    }

    @Test func aTIFFPageSaysItToo() throws {
        let header = try Pictures.file(Pictures.tiff { $0.resolution = 300 }) { $0.pages[0] }
        #expect(header.resolution == PictureResolution(across: 300, down: 300))
        #expect(header.isGray)
    }

    @Test func whatIsNoResolutionIsNone() throws {
        #expect(try Pictures.file(Pictures.tiff { $0.resolution = 0 }) { $0.pages[0].resolution } == nil)
    }
}
