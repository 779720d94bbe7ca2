import PageImage
import PageModel
import TestSupport
import Testing

@testable import PDFText

@Suite struct GraphicsCollectorTests {
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

}
