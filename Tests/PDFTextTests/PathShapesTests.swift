import PageModel
import TestSupport
import Testing

@testable import PDFText

/// Lines that are drawn as filled areas.
@Suite struct PathShapesTests {
    @Test func thinRectangleIsOneLineInItsMiddle() {
        let page = drawn("10 50 100 1.5 re f 10 20 m 11 20 l 11 80 l 10 80 l f")
        #expect(short(page.rulings) == ["h 49.3 10.0 110.0", "v 10.5 20.0 80.0"])
        #expect(page.rulings.allSatisfy { $0.origin == .thinRectangle })
        #expect(page.fills.isEmpty)
    }

    @Test func mitredBorderSideIsALine() {
        let page = drawn("10 80 m 110 80 l 108 78 l 12 78 l f")
        #expect(short(page.rulings) == ["h 21.0 10.0 110.0"])
    }

    @Test func frameOfTwoRectanglesIsFourLines() {
        let page = drawn("20 20 100 60 re 21 21 98 58 re f*")
        #expect(
            short(page.rulings) == [
                "h 20.5 20.0 120.0", "h 79.5 20.0 120.0", "v 20.5 20.0 80.0", "v 119.5 20.0 80.0",
            ])
        #expect(page.fills.isEmpty)
    }

    @Test func rectangleWithoutHeightAloneIsAHairline() {
        #expect(short(drawn("10 50 80 0 re f").rulings) == ["h 50.0 10.0 90.0"])
    }
}
