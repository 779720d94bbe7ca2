import PageImage
import Testing

@testable import PictureFiles

/// What cameras say.
@Suite struct ExifTagsTests {
    @Test func aPhotographIsTurnedAsTheCameraWasHeld() throws {
        let image = try Pictures.file(Pictures.jpeg(exif: Pictures.exif(orientation: 6))) { try $0.decoded(0).image }
        #expect((image.width, image.height) == (8, 16))
        // The left half is above after a turn clockwise.
        #expect(image.rgb(4, 0)[1] < 5)
        #expect(image.rgb(4, 15) == [255, 255, 255])
    }

    @Test(arguments: [0, 9, 255] as [UInt8]) func whatIsNoOrientationTurnsNothing(number: UInt8) throws {
        let header = try Pictures.file(Pictures.jpeg(exif: Pictures.exif(orientation: number))) { $0.pages[0] }
        #expect(header.orientation == .upright)
    }

    @Test func aBlockThatIsCutTurnsNothing() throws {
        let block = Pictures.exif(orientation: 6)
        for count in 0..<block.count - 3 {
            let header = try Pictures.file(Pictures.jpeg(exif: Array(block.prefix(count)))) { $0.pages[0] }
            #expect(header.orientation == .upright)
        }
    }
}
