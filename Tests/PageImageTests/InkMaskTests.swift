import TestSupport
import Testing

@testable import PageImage

@Suite struct InkMaskTests {
    @Test func shadeIsNoInk() {
        // Paper falls from 250 to 130; the stroke has half of its paper's brightness.
        var canvas = Canvas(width: 128, height: 32)
        for x in 0..<128 { canvas.fill(x..<(x + 1), 0..<32, level: UInt8(250 - x)) }
        for x in 0..<128 { canvas.fill(x..<(x + 1), 10..<12, level: UInt8((250 - x) / 2)) }
        let mask = InkMask(canvas.image, squareSide: 16, level: 0.8)
        #expect((0..<128).allSatisfy { mask.isInk[10 * 128 + $0] })
        #expect(!(0..<128).contains { mask.isInk[20 * 128 + $0] })
    }

    @Test func columnsWithInkMakePieces() {
        var canvas = Canvas(width: 20, height: 10)
        canvas.fill(2..<5, 3..<6)
        canvas.fill(9..<10, 1..<9)
        let mask = InkMask(levelled: canvas.image)
        #expect(mask.inkedColumns.pieces == [2..<5, 9..<10])
        #expect(mask.rows(of: 2..<5) == 3..<6)
        #expect(mask.rows(of: 12..<15) == nil)
        #expect(mask.trimmed(to: 9..<10)?.height == 8)
        #expect(InkMask.piece(of: mask.inkedColumns, from: 3) == 3..<5)
        #expect(InkMask.piece(of: mask.inkedColumns, from: 10) == nil)
    }

    @Test func theMirrorImageChangesRowsForColumns() {
        var canvas = Canvas(width: 50, height: 10)
        canvas.fill(40..<43, 2..<4)
        let turned = InkMask(levelled: canvas.image).transposed()
        #expect(turned.width == 10 && turned.height == 50)
        #expect(turned.rows(of: 2..<4) == 40..<43)
        #expect(turned.rows(of: 4..<6) == nil)
    }
}
