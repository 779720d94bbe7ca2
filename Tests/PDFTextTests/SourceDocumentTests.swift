import PageImage
import TestSupport
import Testing

@testable import PDFText

/// Documents of both kinds.
@Suite struct SourceDocumentTests {
    @Test func aPictureIsAPageThatItCovers() throws {
        let document = try SourceDocument(file: FileBytes(TIFFFile([.init(.paper)]).bytes), name: "a.tif")
        #expect(document.pageCount == 1)
        let page = try document.page(1)
        #expect(page.content.imageCoverage == 1)
        #expect(page.content.isSilentPicture)
        let stored = try #require(page.storedImage())
        #expect((stored.widthOnPage, stored.turn) == (GrayImage.paper.width, .none))
        #expect(try document.png(page: 1, dpi: 50).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func aPDFIsWhatItIs() throws {
        let document = try SourceDocument(file: FileBytes(PageFile(content: "").bytes), name: "a.pdf")
        #expect(try document.page(1).content.images.isEmpty)
    }
}

extension GrayImage {
    /// 1654 by 2339 white pixels: A4 at 200 dpi.
    static let paper = GrayImage(width: 1654, height: 2339, pixels: [UInt8](repeating: 255, count: 1654 * 2339))
}
