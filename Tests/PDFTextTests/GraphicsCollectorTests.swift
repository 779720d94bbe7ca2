import PageImage
import PageModel
import TestSupport
import Testing

@testable import PDFText

@Suite struct GraphicsLineTests {
    @Test func strokedSegmentIsALine() {
        let page = drawn("2 w 20 30 m 120 30 l S")
        #expect(short(page.rulings) == ["h 70.0 20.0 120.0"])
        #expect(page.rulings[0].thickness == 2)
        #expect(page.rulings[0].origin == .stroke)
    }

    @Test func strokedRectangleIsFourLines() {
        let page = drawn("20 30 100 40 re S")
        #expect(
            short(page.rulings) == [
                "h 30.0 20.0 120.0", "h 70.0 20.0 120.0", "v 20.0 30.0 70.0", "v 120.0 30.0 70.0",
            ])
    }

    @Test func transformsNestAndEnd() {
        let page = drawn("q 2 0 0 2 10 10 cm q 1 0 0 1 5 0 cm 0 0 m 20 0 l S Q 0 20 m 20 20 l S Q 0 5 m 30 5 l S")
        #expect(short(page.rulings) == ["h 50.0 10.0 50.0", "h 90.0 20.0 60.0", "h 95.0 0.0 30.0"])
    }

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

    @Test func stackedEvenOddRectanglesAreADoubleLine() {
        // As WeasyPrint draws a border of double style 4 units wide.
        let page = drawn("10 50 80 0 re 10 51.5 80 -1.5 re 10 53 80 -3 re 10 54.5 80 -4.5 re f*")
        #expect(short(page.rulings) == ["h 46.3 10.0 90.0", "h 49.3 10.0 90.0"])
    }

    @Test func rectangleWithoutHeightAloneIsAHairline() {
        #expect(short(drawn("10 50 80 0 re f").rulings) == ["h 50.0 10.0 90.0"])
    }

    @Test func strokesOfADoubleLineStayApart() {
        let page = drawn("0.5 w 10 50 m 90 50 l S 10 51.5 m 90 51.5 l S")
        #expect(short(page.rulings) == ["h 48.5 10.0 90.0", "h 50.0 10.0 90.0"])
    }

    @Test func hairlineWithinAThickLineIsPartOfIt() {
        let page = drawn("0.1 w 10 50.75 m 90 50.75 l S 1.5 w 10 50 m 90 50 l S")
        #expect(short(page.rulings) == ["h 50.0 10.0 90.0"])
    }

    @Test func piecesAndDuplicatesAreOneLine() {
        let page = drawn("10 50 m 50 50 l S 50 50.1 m 90 50.1 l S 10 50 m 50 50 l S 95 50 m 120 50 l S")
        #expect(page.rulings.count == 2)
        #expect(page.rulings[0].end == 90)
    }

    @Test func dashPatternIsOneDashedLine() {
        let page = drawn("[3 2] 0 d 10 50 m 90 50 l S [] 0 d 10 40 m 90 40 l S [3 0] 0 d 10 30 m 90 30 l S")
        #expect(short(page.rulings) == ["h 50.0 10.0 90.0 dashed", "h 60.0 10.0 90.0", "h 70.0 10.0 90.0"])
    }

    @Test func dashesDrawnOneByOneAreOneDashedLine() {
        let dashes = (0..<12).map { "\(10 + 10 * $0) 50 6 1 re f" }.joined(separator: " ")
        #expect(short(drawn(dashes).rulings) == ["h 49.5 10.0 126.0 dashed"])
    }

    @Test(arguments: [2.0, 3.5]) func rowsOfDotsAreDottedLines(pitch: Double) {
        var operators = ""
        for index in 0..<14 {
            operators += "\(10 + pitch * Double(index)) 50 1 1 re f 10 \(50 - pitch * Double(index)) 1 1 re f "
        }
        let end = 11 + 13 * pitch
        #expect(
            short(drawn(operators).rulings) == ["h 49.5 10.0 \(end) dashed", "v 10.5 49.0 \(49 + end - 10) dashed"])
    }

    @Test func lonelyDotsAndUnevenStrokesAreNoDashedLine() {
        #expect(drawn("10 50 1 1 re f 40 50 1 1 re f 70 50 1 1 re f 100 50 1 1 re f").rulings.isEmpty)
        let uneven = drawn("10 50 m 25 50 l S 28 50 m 33 50 l S 41 50 m 58 50 l S 60 50 m 63.5 50 l S")
        #expect(uneven.rulings.count == 4)
        #expect(uneven.rulings.allSatisfy { !$0.isDashed })
    }

    @Test func clipCutsAndRemoves() {
        let page = drawn("q 50 40 50 20 re W n 10 50 m 190 50 l S 10 80 m 190 80 l S Q 10 20 m 190 20 l S")
        #expect(short(page.rulings) == ["h 50.0 50.0 100.0", "h 80.0 10.0 190.0"])
    }

    @Test func clipThroughAStrokeLeavesItsVisibleHalf() {
        let page = drawn("0 50 200 50 re W n 2 w 10 50 m 90 50 l S")
        #expect(short(page.rulings) == ["h 49.5 10.0 90.0"])
        #expect(page.rulings[0].thickness == 1)
    }

    @Test func curvesAndSlantsOnlyCount() {
        let page = drawn("10 10 m 20 20 30 20 40 10 c S 10 10 m 90 60 l S")
        #expect(page.rulings.isEmpty)
        #expect(page.curveCount == 2)
    }

    @Test func limitStopsAndTells() {
        var settings = GraphicsSettings()
        settings.segmentsPerPage = 10
        let lines = (0..<40).map { "10 \(10 + 2 * $0) m 90 \(10 + 2 * $0) l S" }.joined(separator: " ")
        let page = drawn(lines, settings: settings)
        #expect(page.isTruncated)
        #expect(page.rulings.count == 5)
        #expect(!drawn(lines).isTruncated)
    }

    /// Its corners are where its sides would meet.
    @Test func aRoundedBoxHasTheSidesOfABox() {
        let box = """
            0.6 w 33 20 m 97 20 l 98.7 20 100 21.3 100 23 c 100 47 l 100 48.7 98.7 50 97 50 c 33 50 l
            31.3 50 30 48.7 30 47 c 30 23 l 30 21.3 31.3 20 33 20 c h S
            """
        #expect(
            short(drawn(box).rulings)
                == ["h 50.0 30.0 100.0", "h 80.0 30.0 100.0", "v 30.0 50.0 80.0", "v 100.0 50.0 80.0"])
    }

    /// A curve that is no corner, as in a chart, draws no side out.
    @Test func aWideBendIsNoCorner() {
        #expect(
            short(drawn("10 20 m 60 20 l 100 20 140 40 140 80 c 140 95 l S").rulings) == [
                "h 80.0 10.0 60.0", "v 140.0 5.0 20.0",
            ])
    }
}
