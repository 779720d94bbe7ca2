import PageModel
import TestSupport
import Testing

@testable import PDFText

/// The filled part of paths along the axes.
@Suite struct RectilinearRegionTests {
    @Test func stackedEvenOddRectanglesAreADoubleLine() {
        // As WeasyPrint draws a border of double style 4 units wide.
        let page = drawn("10 50 80 0 re 10 51.5 80 -1.5 re 10 53 80 -3 re 10 54.5 80 -4.5 re f*")
        #expect(short(page.rulings) == ["h 46.3 10.0 90.0", "h 49.3 10.0 90.0"])
    }

    /// A closed path of whole points.
    private func polygon(_ points: (Double, Double)...) -> [PathBuffer.Element] {
        points.enumerated().map { .init(x: $1.0, y: $1.1, kind: $0 == 0 ? .move : .line) }
    }

    private func area(_ polygons: [[PathBuffer.Element]], evenOdd: Bool) -> Double {
        RectilinearRegion(polygons: polygons, evenOdd: evenOdd).boxes(thinSide: 2).reduce(0) { $0 + $1.area }
    }

    private var outer: [PathBuffer.Element] { polygon((0, 0), (40, 0), (40, 40), (0, 40)) }

    @Test func aHoleIsByTheRuleOfFilling() {
        let same = polygon((10, 10), (30, 10), (30, 30), (10, 30))
        let against = Array(same.reversed())
        #expect(area([outer, same], evenOdd: true) == 1200)
        #expect(area([outer, same], evenOdd: false) == 1600)
        #expect(area([outer, against], evenOdd: false) == 1200)
    }

    @Test func anAngleIsTwoBoxes() {
        let angle = polygon((0, 0), (40, 0), (40, 10), (10, 10), (10, 40), (0, 40))
        #expect(area([angle], evenOdd: false) == 700)
    }

    /// A grid drawn as one path: its lines come in full length.
    @Test func crossingThinBoxesAreWholeLines() {
        let lying = polygon((0, 20), (40, 20), (40, 21), (0, 21))
        let standing = polygon((20, 0), (21, 0), (21, 40), (20, 40))
        let boxes = RectilinearRegion(polygons: [lying, standing], evenOdd: false).boxes(thinSide: 2)
        #expect(boxes.contains(Rect(x0: 0, y0: 20, x1: 40, y1: 21)))
        #expect(boxes.contains(Rect(x0: 20, y0: 0, x1: 21, y1: 40)))
    }

    @Test func nothingIsNothing() {
        #expect(RectilinearRegion(polygons: [], evenOdd: true).boxes(thinSide: 2).isEmpty)
        #expect(RectilinearRegion(polygons: [polygon((5, 5), (5, 5))], evenOdd: true).boxes(thinSide: 2).isEmpty)
    }
}
