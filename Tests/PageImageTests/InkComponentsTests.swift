import TestSupport
import Testing

@testable import PageImage

@Suite struct InkComponentsTests {
    private func parts(_ canvas: Canvas) -> [InkComponent] {
        InkMask(levelled: canvas.image).components(of: canvas.image)
    }

    @Test func inkThatTouchesAtACornerIsOne() {
        var canvas = Canvas(width: 20, height: 20)
        canvas.fill(2..<5, 2..<5)
        canvas.fill(5..<8, 5..<8)
        canvas.fill(12..<14, 2..<4)
        #expect(parts(canvas).map(\.area) == [18, 4])
        #expect(parts(canvas).first?.box == PixelBox(x0: 2, y0: 2, x1: 8, y1: 8))
    }

    /// Two legs that only meet at the bottom.
    @Test func armsThatMeetFurtherDownAreOne() {
        var canvas = Canvas(width: 20, height: 20)
        canvas.fill(2..<4, 2..<12)
        canvas.fill(10..<12, 4..<12)
        canvas.fill(2..<12, 12..<14)
        #expect(parts(canvas).count == 1)
        #expect(parts(canvas).first?.area == 20 + 16 + 20)
    }

    @Test func theLevelIsTheMeanOfItsPixels() {
        var canvas = Canvas(width: 20, height: 20)
        canvas.fill(2..<4, 2..<4, level: 0)
        canvas.fill(4..<6, 2..<4, level: 60)
        #expect(parts(canvas).first?.level == 30)
    }
}
