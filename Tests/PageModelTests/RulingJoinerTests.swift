import PageModel
import Testing

@testable import PageModel

@Suite struct RulingJoinerTests {
    private let joiner = RulingJoiner()

    private func line(
        _ position: Double, _ start: Double, _ end: Double, thickness: Double = 1, axis: Axis = .horizontal,
        origin: RulingLine.Origin = .stroke
    ) -> RulingLine {
        RulingLine(axis: axis, position: position, start: start, end: end, thickness: thickness, origin: origin)
    }

    private func extents(_ lines: [RulingLine]) -> [[Double]] { lines.map { [$0.position, $0.start, $0.end] } }

    @Test func piecesEndToEndAreOneLine() {
        let joined = joiner.joined(lines: [line(10, 50, 100), line(10, 0, 49.5), line(10, 100, 120)])
        #expect(extents(joined) == [[10, 0, 120]])
        #expect(joined.first?.isDashed == false)
    }

    @Test func aGapPartsThem() {
        #expect(joiner.joined(lines: [line(10, 0, 40), line(10, 60, 100)]).count == 2)
    }

    @Test func theStrokesOfADoubleLineStayTwo() {
        #expect(joiner.joined(lines: [line(10, 0, 100), line(12, 0, 100)]).map(\.position) == [10, 12])
    }

    @Test func dashesAtEvenDistancesAreOneDashedLine() {
        let dashes = (0..<8).map { line(10, Double($0) * 10, Double($0) * 10 + 6) }
        let joined = joiner.joined(lines: dashes)
        #expect(extents(joined) == [[10, 0, 76]])
        #expect(joined.first?.isDashed == true)
    }

    @Test func dotsAreALineOnlyInARow() {
        let dots = (0..<30).map { line(10, Double($0) * 2, Double($0) * 2 + 0.5, thickness: 0.5) }
        #expect(joiner.joined(lines: [], dots: dots).count == 1)
        #expect(joiner.joined(lines: [], dots: Array(dots.prefix(2))).isEmpty)
    }

    @Test func whatLiesInAThickLinesInkIsPartOfIt() {
        let joined = joiner.joined(lines: [line(10, 0, 100, thickness: 2), line(10.8, 10, 90, thickness: 0.4)])
        #expect(extents(joined) == [[10, 0, 100]])
    }

    @Test func theSideOfAnAreaAlongALineIsTheLines() {
        let edges = [
            line(10.3, 0, 100, thickness: 0, origin: .fillEdge), line(50, 0, 100, thickness: 0, origin: .fillEdge),
        ]
        let joined = joiner.joined(lines: [line(10, 0, 100)], edges: edges)
        #expect(joined.map(\.origin) == [.stroke, .fillEdge])
        #expect(joined.map(\.position) == [10, 50])
    }

    @Test func shortScrapsAreNone() { #expect(joiner.joined(lines: [line(10, 0, 2)]).isEmpty) }

    @Test func horizontalLinesComeFirst() {
        let joined = joiner.joined(lines: [line(5, 0, 50, axis: .vertical), line(10, 0, 50)])
        #expect(joined.map(\.axis) == [.horizontal, .vertical])
    }
}
