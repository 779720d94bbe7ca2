import PageModel
import Testing

@testable import PDFText

/// Transforms as PDF writes them.
@Suite struct MatrixTests {
    private let box = Rect(x0: 10, y0: 20, x1: 210, y1: 120)

    /// The lower left corner of the box, where its user space begins, by the turn of the page.
    @Test(arguments: [
        (QuarterTurn.none, Point(x: 0, y: 100)), (.clockwise, Point(x: 0, y: 0)), (.half, Point(x: 200, y: 0)),
        (.counterclockwise, Point(x: 100, y: 200)),
    ])
    func aPageIsPlacedByItsTurn(turn: QuarterTurn, corner: Point) {
        #expect(Matrix.page(box: box, rotation: turn).apply(10, 20) == corner)
    }

    @Test func theFirstTransformIsDoneFirst() {
        let moved = Matrix(a: 1, b: 0, c: 0, d: 1, e: 5, f: 0)
        let doubled = Matrix(a: 2, b: 0, c: 0, d: 2, e: 0, f: 0)
        #expect(moved.followed(by: doubled).apply(1, 1) == Point(x: 12, y: 2))
        #expect(doubled.followed(by: moved).apply(1, 1) == Point(x: 7, y: 2))
    }

    private static let turns: [(matrix: Matrix, degrees: Double)] = [
        (Matrix(a: 1, b: 0, c: 0, d: 1, e: 0, f: 0), 0), (Matrix(a: 0, b: 1, c: -1, d: 0, e: 0, f: 0), 90),
        (Matrix(a: -1, b: 0, c: 0, d: -1, e: 0, f: 0), 180), (Matrix(a: 0, b: -1, c: 1, d: 0, e: 0, f: 0), 270),
        (Matrix(a: 1, b: -1e-20, c: 0, d: 1, e: 0, f: 0), 0),
    ]

    @Test func anglesCountClockwise() {
        for (matrix, degrees) in Self.turns { #expect(matrix.degrees == degrees) }
    }

    @Test func aTurnedBoxIsTheBoxAroundIt() {
        let turned = Matrix(a: 0, b: 1, c: -1, d: 0, e: 0, f: 0).apply(Rect(x0: 0, y0: 0, x1: 80, y1: 5))
        #expect(turned == Rect(x0: -5, y0: 0, x1: 0, y1: 80))
    }
}
