import PageModel
import TestSupport
import Testing

@testable import PDFText

/// Corners of paths.
@Suite struct PathBufferTests {
    /// Its corners are where its sides would meet.
    @Test func aRoundedBoxHasTheSidesOfABox() {
        let box = """
            0.6 w 33 20 m 97 20 l 98.7 20 100 21.3 100 23 c 100 47 l 100 48.7 98.7 50 97 50 c 33 50 l
            31.3 50 30 48.7 30 47 c 30 23 l 30 21.3 31.3 20 33 20 c h S
            """
        #expect(
            short(drawn(box).rulings)
                == ["h 50.0 30.0 100.0", "h 80.0 30.0 100.0", "v 30.0 50.0 80.0", "v 100.0 50.0 80.0"])
    }

    /// A curve that is no corner, as in a chart, draws no side out.
    @Test func aWideBendIsNoCorner() {
        #expect(
            short(drawn("10 20 m 60 20 l 100 20 140 40 140 80 c 140 95 l S").rulings) == [
                "h 80.0 10.0 60.0", "v 140.0 5.0 20.0",
            ])
    }
}
