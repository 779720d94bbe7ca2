import PageModel
import TestSupport
import Testing

@testable import PDFText

/// Boxes, turns and contents of pages.
@Suite struct QPDFPageTests: ReadsOperators {
    @Test func turnedAndCroppedPageIsAsDisplayed() throws {
        let page = try read(file(page: "/CropBox[10 20 190 300]", content: ["10 20 m 60 20 l S"]))
        #expect(page.width == 80)
        #expect(page.height == 180)
        // The lower left corner of the crop box is the upper left one after a clockwise turn.
        #expect(short(page.rulings) == ["v 0.3 0.0 50.0"])
    }

    @Test func aPagesOwnUnitIsBroughtToPoints() throws {
        let page = try read(file(page: "/Rotate 0/UserUnit 10", content: ["10 50 m 90 50 l S"]))
        #expect(page.width == 2000)
        #expect(page.height == 1000)
        #expect(page.fills.first?.box == Rect(x0: 100, y0: 495, x1: 900, y1: 505))
    }

    @Test func contentPartsAreOneStreamOfTokens() throws {
        let page = try read(file(page: "/Rotate 0", content: ["q 1 0 0 1 10 0 cm 10 50", "m 90 50 l S Q"]))
        #expect(short(page.rulings) == ["h 50.0 20.0 100.0"])
    }
}
