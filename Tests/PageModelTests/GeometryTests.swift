import PageModel
import Testing

@Suite struct GeometryTests {
    @Test func cornersComeInAnyOrder() {
        let box = Rect(x0: 10, y0: 8, x1: 2, y1: 20)
        #expect(box.x0 == 2 && box.x1 == 10 && box.y0 == 8 && box.y1 == 20)
    }

    @Test func boxesApartHaveNoCommonPart() {
        let left = Rect(x0: 0, y0: 0, x1: 10, y1: 10)
        #expect(left.intersection(Rect(x0: 11, y0: 0, x1: 20, y1: 10)) == nil)
        #expect(left.union(Rect(x0: 11, y0: 0, x1: 20, y1: 10)) == Rect(x0: 0, y0: 0, x1: 20, y1: 10))
    }
}
