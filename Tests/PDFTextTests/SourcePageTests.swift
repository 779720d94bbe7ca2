import PageModel
import Testing

@testable import PDFText

/// Pages with the ways to their pictures.
@Suite struct SourcePageTests {
    private func page(_ content: String) throws -> SourcePage {
        var file = PageFile(content: content)
        file.resources = "/XObject<</I 20 0 R>>"
        file.objects = [
            PageFile.stream(
                "/Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
                    + "/Filter/ASCIIHexDecode", "00FF>")
        ]
        return try file.source()
    }

    @Test func aPageOfOneImageHasItAsStored() throws {
        let picture = try #require(page("q 200 0 0 100 0 0 cm /I Do Q").storedImage())
        #expect((picture.widthOnPage, picture.turn) == (2, .none))
    }

    @Test(arguments: ["q 100 0 0 100 0 0 cm /I Do Q", "q 200 0 0 100 0 0 cm /I Do Q 0 g 20 20 50 50 re f", ""])
    func anyOtherPageHasNone(content: String) throws { #expect(try page(content).storedImage() == nil) }

    @Test func textOverTheImageIsNoneOfItsPixels() throws {
        #expect(try page("q 200 0 0 100 0 0 cm /I Do Q " + PageFile.show("章", x: 10, y: 50)).storedImage() == nil)
    }
}
