import PageModel
import TestSupport
import Testing

@testable import PDFText

/// What `q` saves and `Q` restores, and what the clip leaves.
@Suite struct GraphicsStateTests {
    @Test func transformsNestAndEnd() {
        let page = drawn("q 2 0 0 2 10 10 cm q 1 0 0 1 5 0 cm 0 0 m 20 0 l S Q 0 20 m 20 20 l S Q 0 5 m 30 5 l S")
        #expect(short(page.rulings) == ["h 50.0 10.0 50.0", "h 90.0 20.0 60.0", "h 95.0 0.0 30.0"])
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
}
