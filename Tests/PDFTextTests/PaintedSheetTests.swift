import PageModel
import Testing

@testable import PDFText

/// Pages that are one image.
@Suite struct PaintedSheetTests {
    private let image = ObjectID(number: 7, generation: 0)
    private let page = Rect(x0: 0, y0: 0, x1: 200, y1: 100)

    private func sheet(_ matrix: Matrix, visible: Rect? = nil) -> PaintedSheet? {
        PaintedSheet(image, matrix: matrix, visible: visible ?? page, page: page)
    }

    /// Page space has y down: an image that stands upright is drawn with d below 0.
    @Test(arguments: [
        (Matrix(a: 200, b: 0, c: 0, d: -100, e: 0, f: 100), QuarterTurn.none),
        (Matrix(a: 0, b: 100, c: 200, d: 0, e: 0, f: 0), .clockwise),
        (Matrix(a: -200, b: 0, c: 0, d: 100, e: 200, f: 0), .half),
        (Matrix(a: 0, b: -100, c: -200, d: 0, e: 200, f: 100), .counterclockwise),
    ])
    func anImageOverThePageIsItsSheet(matrix: Matrix, turn: QuarterTurn) {
        #expect(sheet(matrix) == PaintedSheet(object: image, turn: turn))
    }

    @Test func anyOtherImageIsNone() {
        let upright = Matrix(a: 200, b: 0, c: 0, d: -100, e: 0, f: 100)
        #expect(sheet(Matrix(a: 200, b: 0, c: 0, d: 100, e: 0, f: 0)) == nil, "mirrored")
        #expect(
            sheet(Matrix(a: 190, b: 0, c: 0, d: -100, e: 0, f: 100), visible: Rect(x0: 0, y0: 0, x1: 190, y1: 100))
                == nil)
        #expect(sheet(Matrix(a: 200, b: 9, c: 0, d: -100, e: 0, f: 100)) == nil, "slanted")
        #expect(sheet(upright, visible: Rect(x0: 0, y0: 0, x1: 200, y1: 60)) == nil, "cut")
    }
}
