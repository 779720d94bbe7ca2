import PageImage
import TestSupport
import Testing

@testable import PictureFiles

/// Decoding, of good files and of those made to do harm.
@Suite struct PictureFileTests {
    @Test func aJPEGFileHasItsColours() throws {
        let picture = try Pictures.file(Pictures.jpeg) { try $0.decoded(0) }
        #expect((picture.image.width, picture.image.height, picture.isPartial) == (16, 8, false))
        #expect(picture.image.rgb(15, 7) == [255, 255, 255])
        let red = picture.image.rgb(0, 0)
        #expect(red[0] > 250 && red[1] < 5 && red[2] < 5)
    }

    @Test func whatIsTransparentIsPaper() throws {
        let image = try Pictures.file(Pictures.png) { try $0.decoded(0).image }
        #expect(image.rgb(0, 0) == [255, 0, 0])
        #expect(image.rgb(1, 0) == [255, 255, 255])
    }

    @Test func sixteenBitsBecomeEight() throws {
        let image = try Pictures.file(Pictures.deepPNG) { try $0.decoded(0).image }
        #expect([image.rgb(0, 0), image.rgb(1, 0)] == [[0, 0, 0], [255, 255, 255]])
    }

    @Test func aTIFFFileHasAllItsPagesAndNoThumbnail() throws {
        var thumbnail = TIFFFile.Page(GrayImage(width: 1, height: 1, pixels: [7]))
        thumbnail.kind = 1
        let second = TIFFFile.Page(GrayImage(width: 1, height: 2, pixels: [9, 10]))
        let bytes = TIFFFile([TIFFFile.Page(Pictures.gray), thumbnail, second]).bytes
        let images = try Pictures.file(bytes) { file in try file.pages.indices.map { try file.decoded($0).image.gray() }
        }
        #expect(images == [Pictures.gray, GrayImage(width: 1, height: 2, pixels: [9, 10])])
    }

    @Test func aTurnedPageComesUpright() throws {
        let image = try Pictures.file(Pictures.tiff { $0.orientation = 6 }) { try $0.decoded(0).image.gray() }
        #expect(image == GrayImage(width: 2, height: 3, pixels: [120, 0, 160, 40, 200, 80]))
    }

    @Test func aHugePictureIsRefusedBeforeItIsDecoded() throws {
        #expect(throws: PictureError.tooLarge(width: 60_000, height: 60_000)) {
            try Pictures.file(Pictures.hugePNG) { _ = try $0.decoded(0) }
        }
        // libtiff does not open one that cannot be true.
        let claim = Pictures.tiff { $0.claimedSize = (4_000_000_000, 4_000_000_000) }
        #expect(throws: PictureError.self) { try Pictures.file(claim) { _ = try $0.decoded(0) } }
    }

    @Test func aHugeJPEGPictureComesSmaller() throws {
        // The frame says 8000 by 8000; the rest of the data is not there.
        var bytes = Pictures.jpeg
        let frame = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xFF, 0xC0, 0x00, 0x11]) })
        bytes.replaceSubrange(frame + 5..<frame + 9, with: [0x1F, 0x40, 0x1F, 0x40])
        let picture = try Pictures.file(bytes) { try $0.decoded(0) }
        #expect((picture.image.width, picture.isPartial) == (4000, true))
    }

    @Test func aCutPictureIsPartialOrUndecodable() throws {
        #expect(try Pictures.file(Array(Pictures.jpeg.dropLast(20))) { try $0.decoded(0).isPartial })
        for bytes in [Pictures.png, Pictures.deepPNG] {
            #expect(throws: PictureError.undecodable) {
                try Pictures.file(bytes.dropLast(30)) { _ = try $0.decoded(0) }
            }
        }
    }

    @Test func aPageThatLiesAboutItsSizeIsPartialOrUndecodable() throws {
        let bytes = Pictures.tiff { $0.claimedSize = (300, 200) }
        let picture = try? Pictures.file(bytes) { try $0.decoded(0) }
        #expect(picture?.isPartial ?? true)
    }

    @Test func whatBeginsLikeAPictureAndIsNoneThrows() {
        for start in [Pictures.jpeg, Pictures.png, Pictures.tiff()] {
            #expect(throws: PictureError.undecodable) { try Pictures.file(Array(start.prefix(20))) { _ = $0 } }
        }
    }

    /// Each byte of small files changed: nothing may go beyond the memory of what the header says.
    @Test func noChangedByteBringsTheDecodersDown() throws {
        for bytes in [Pictures.jpeg, Pictures.png, Pictures.tiff()] {
            for index in 12..<bytes.count {
                for value: UInt8 in [0, 1, 0x7F, 0xFF] {
                    var changed = bytes
                    changed[index] = value
                    _ = try? Pictures.file(changed) { file in
                        for page in file.pages.indices
                        where file.pages[page].width < (1 << 20) / file.pages[page].height {
                            _ = try file.decoded(page)
                        }
                    }
                }
            }
        }
    }

    @Test func aLoopOfPagesEnds() throws {
        var bytes = Pictures.tiff()
        // The last page says that the first comes next.
        bytes.replaceSubrange(bytes.count - 4..<bytes.count, with: bytes[4..<8])
        #expect(try Pictures.file(bytes) { $0.pages.count } == 1)
    }
}

extension Pictures {
    static func file<Result>(_ bytes: ArraySlice<UInt8>, _ body: (PictureFile) throws -> Result) throws -> Result {
        try file(Array(bytes), body)
    }
}
