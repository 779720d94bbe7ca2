import PageImage
import PageModel
import TestSupport
import Testing

@testable import PDFText

@Suite struct FillCanvasTests {
    @Test func areaHasItsFourSidesAsEdges() {
        let page = drawn("0.8 g 20 30 100 40 re f")
        #expect(
            page.fills == [
                FilledArea(box: Rect(x0: 20, y0: 30, x1: 120, y1: 70), color: RGB(red: 204, green: 204, blue: 204))
            ])
        #expect(
            short(page.rulings) == [
                "h 30.0 20.0 120.0", "h 70.0 20.0 120.0", "v 20.0 30.0 70.0", "v 120.0 30.0 70.0",
            ])
        #expect(page.rulings.allSatisfy { $0.origin == .fillEdge })
    }

    @Test func areasOfOneColourHaveNoEdgeBetweenThem() {
        let page = drawn("0.8 g 20 30 50 40 re f 70.1 30 50 40 re f")
        #expect(page.rulings.filter { $0.axis == .vertical }.map(\.position) == [20, 120.1])
    }

    @Test func areasOfTwoColoursHave() {
        let page = drawn("0.8 g 20 30 50 40 re f 0.5 g 70 30 50 40 re f")
        #expect(page.rulings.filter { $0.axis == .vertical }.map(\.position) == [20, 70, 120])
    }

    @Test func whiteHasEdgesOnlyOnDarkerGround() {
        #expect(drawn("1 g 20 30 50 40 re f").rulings.isEmpty)
        #expect(drawn("0 0 200 100 re 0.5 g f 1 g 20 30 50 40 re f").rulings.count == 4)
    }

    @Test func backgroundOfThePageHasNoEdges() {
        #expect(drawn("0.9 g 0 0 200 100 re f").rulings.isEmpty)
    }

    @Test func whiteLineShowsOnlyOnDarkerGround() {
        #expect(drawn("1 G 10 50 m 190 50 l S").rulings.isEmpty)
        let page = drawn("0.3 g 40 20 80 60 re f 1 G 10 50 m 190 50 l S")
        #expect(short(page.rulings.filter { $0.origin == .stroke }) == ["h 50.0 40.0 120.0"])
    }

    @Test func lineUnderALaterAreaIsGone() {
        let page = drawn("10 50 m 190 50 l S 1 g 60 20 60 60 re f")
        #expect(short(page.rulings) == ["h 50.0 10.0 60.0", "h 50.0 120.0 190.0"])
    }

    @Test func borderTakesTheEdgeOfItsArea() {
        let page = drawn("0.8 g 20 30 100 40 re f 0 G 20 30 100 40 re S")
        #expect(page.rulings.count == 4)
        #expect(page.rulings.allSatisfy { $0.origin == .stroke })
    }

}
