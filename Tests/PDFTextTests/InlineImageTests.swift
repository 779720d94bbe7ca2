import PageModel
import TestSupport
import Testing

@testable import PDFText

/// Images between BI and EI.
@Suite struct InlineImageTests {
    @Test(arguments: [
        "/W 4 /H 2 /BPC 8 /CS /G ID a EI bc\u{01}",  // the data hold what looks like an end
        "/W 4 /H 2 /F /Fl ID \u{01}\u{02}EI\u{03}x",
        "/Width 4 /Height 2 /IM true /Decode [1 0] ID ab",
    ]) func inlineImageIsPassedOver(image: String) {
        let page = drawn("q 10 0 0 10 0 0 cm BI \(image)\nEI Q 10 50 m 90 50 l S")
        #expect(page.images.map(\.pixelWidth) == [4])
        #expect(page.images.map(\.pixelHeight) == [2])
        #expect(short(page.rulings) == ["h 50.0 10.0 90.0"])
    }
}
