import PageModel
import Testing

@Suite struct SkewTests {
    private let skew = Skew(degrees: 2.3, center: Point(x: 300, y: 400))

    @Test func aPlaceComesBackFromThePage() {
        let box = Rect(x0: 40, y0: 50, x1: 60, y1: 62)
        let back = skew.straightened(skew.onPage(box))
        #expect(abs(back.midX - box.midX) < 1e-9 && abs(back.midY - box.midY) < 1e-9)
    }

    @Test func theMiddleStaysAndTheRightSideFalls() {
        let middle = skew.onPage(Rect(x0: 300, y0: 400, x1: 300, y1: 400))
        #expect(abs(middle.midX - 300) < 1e-9 && abs(middle.midY - 400) < 1e-9)
        #expect(skew.onPage(Rect(x0: 500, y0: 400, x1: 500, y1: 400)).midY > 407)
    }

    @Test func aStraightPageChangesNothing() {
        let box = Rect(x0: 1, y0: 2, x1: 3, y1: 4)
        #expect(Skew.none.onPage(box) == box && Skew.none.straightened(box) == box)
    }
}
