import PageImage
import PageModel
import TestSupport
import Testing

@testable import PDFText

@Suite struct ContentInterpreterTests {
    @Test func formIsTurnedMovedAndCut() {
        let resources = NamedObjects()
        // A quarter turn counterclockwise: along x becomes upwards.
        resources.objects["turned"] = form(
            "0 0 m 80 0 l S", matrix: Matrix(a: 0, b: 1, c: -1, d: 0, e: 0, f: 0),
            box: Rect(x0: 0, y0: -5, x1: 50, y1: 5))
        let page = drawn("q 1 0 0 1 30 20 cm /turned Do Q 0 90 m 60 90 l S", resources: resources)
        #expect(short(page.rulings) == ["h 10.0 0.0 60.0", "v 30.0 30.0 80.0"])
    }

    @Test func formLeavesNoStateBehind() {
        let resources = NamedObjects()
        resources.objects["untidy"] = form("q q 5 0 0 5 0 0 cm 1 G Q Q Q Q 9 0 0 9 0 0 cm q")
        #expect(short(drawn("q /untidy Do 10 50 m 90 50 l S Q", resources: resources).rulings) == ["h 50.0 10.0 90.0"])
    }

    /// The name that calls for a form lies outside the form's own bytes.
    @Test func formMayBeShorterThanItsName() {
        let resources = NamedObjects()
        resources.objects["aFormWithAVeryLongName"] = form("1 g 0 G")
        #expect(drawn("/aFormWithAVeryLongName Do", resources: resources).rulings.isEmpty)
    }

    @Test func formThatDrawsItselfEnds() {
        let resources = NamedObjects()
        resources.objects["loop"] = form("10 50 m 90 50 l S /loop Do /loop Do")
        var settings = GraphicsSettings()
        settings.operatorsPerPage = 10_000
        let page = drawn("/loop Do", resources: resources, settings: settings)
        #expect(page.isTruncated)
        #expect(page.rulings.count == 1)
    }

    @Test func imageCoversTheUnitSquare() {
        let resources = NamedObjects()
        resources.objects["scan"] = .image(width: 800, height: 400)
        let page = drawn("q 100 0 0 50 20 30 cm /scan Do Q", resources: resources)
        #expect(
            page.images == [PlacedImage(box: Rect(x0: 20, y0: 20, x1: 120, y1: 70), pixelWidth: 800, pixelHeight: 400)])
    }

    @Test func damagedOperatorsAreSkipped() {
        let page = drawn(
            "] >> re 5 cm (unclosed \\) ) foo Q Q 1 2 l ) 10 50 m 90 50 l S <<  /a [ (x) >> >> 10 40 m 50 40 l S [1 2")
        #expect(short(page.rulings) == ["h 50.0 10.0 90.0", "h 60.0 10.0 50.0"])
    }

    @Test func textShowsKeepPlaceTurnAndInk() {
        let page = drawn(
            """
            BT /F 10 Tf 12 TL 1 0 0 1 20 80 Tm (a) Tj T* [ -500 (b) 20 (c)] TJ 5 -3 Td <41> Tj (d) ' () Tj
            0 1 -1 0 50 10 Tm 3 Tr (e) Tj 0.9 0.5 -0.5 0.9 60 60 Tm 0 Tr 1 0 0 rg (f) Tj ET
            0 0 10 10 re W n BT 1 0 0 1 100 50 Tm (g) Tj ET
            """)
        let shows = page.shows
        #expect(
            shows.map(\.origin) == [
                Point(x: 20, y: 20), Point(x: 25, y: 32), Point(x: 25, y: 35), Point(x: 25, y: 47), Point(x: 50, y: 90),
                Point(x: 60, y: 40), Point(x: 100, y: 50),
            ])
        #expect(
            shows.map(\.angle) == [
                .some(.none), .some(.none), .some(.none), .some(.none), .counterclockwise, nil, .some(.none),
            ])
        #expect(shows.map(\.isInvisible) == [false, false, false, false, true, false, false])
        #expect(shows.map(\.isClipped) == [false, false, false, false, false, false, true])
        #expect(shows[5].color == RGB(red: 255, green: 0, blue: 0))
        #expect(shows[0].size == 10)
    }

    @Test(arguments: [
        ("0 0 0 1 k", 0), ("0 0 0 0 k", 255), ("/DeviceRGB cs 0 1 0 sc", 0), ("/ink cs 1 scn", 0),
        ("/ink cs 0.2 scn", 204),
        ("/Pattern cs /p scn", 128), ("/unknown cs 1 sc", 255),
    ]) func coloursAreRead(operators: String, red: UInt8) {
        let resources = NamedObjects()
        resources.spaces["ink"] = .inks
        let page = drawn("\(operators) 20 30 100 40 re f", resources: resources)
        #expect(page.fills.map(\.color.red) == [red])
    }

    @Test func transparentPaintIsNotThere() {
        let resources = NamedObjects()
        resources.states["clear"] = ExtendedState(fillAlpha: 0, strokeAlpha: 0)
        let page = drawn("/clear gs 20 30 100 40 re B", resources: resources)
        #expect(page.fills.isEmpty)
        #expect(page.rulings.isEmpty)
    }
}
