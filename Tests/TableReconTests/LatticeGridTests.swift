import PageModel
import TableRecon
import Testing

@Suite struct LatticeGridTests {
    @Test func aFullGridIsALattice() {
        let page = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3])
        #expect(page.grids == [["A|1", "B|2", "C|3"]])
        #expect(page.tables.first?.method == .lattice)
        #expect(page.tables.first?.confidence == 1)
    }

    @Test func cellsThatSpanBothWays() {
        // The first cell spans two rows and two columns.
        let page = PageDrawing().text(["Head      Right", "          Below", "a    b    c    "])
            .rule(0, from: -1, to: 16).rule(1, from: 9, to: 16).rule(2, from: -1, to: 16).rule(3, from: -1, to: 16)
            .bar(-1, from: 0, to: 3).bar(4, from: 2, to: 3).bar(9, from: 0, to: 3).bar(16, from: 0, to: 3)
        #expect(page.grids == [["Head{2x2}|^|Right", "^|^|Below", "a|b|c"]])
    }

    @Test func doubledLinesAreOneBorder() {
        let page = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3]
        )
        .bar(4.4, from: 0, to: 3).rule(1.15, from: -1, to: 8)
        #expect(page.grids == [["A|1", "B|2", "C|3"]])
    }

    @Test func brokenLinesAreWhole() {
        let page = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(columns: [-1, 4, 8], lines: [0, 3])
            .rule(1, from: -1, to: 3.7).rule(1, from: 4.2, to: 8).rule(2, from: -1, to: 1.5).rule(2, from: 1.7, to: 8)
        #expect(page.grids == [["A|1", "B|2", "C|3"]])
    }

    @Test func openSidesAreColumnsToo() {
        let page = PageDrawing().text(["Name      1    x", "Other     2    y", "Third     3    z"])
            .rule(0, from: -1, to: 18).rule(1, from: -1, to: 18).rule(2, from: -1, to: 18).rule(3, from: -1, to: 18)
            .bar(8, from: 0, to: 3).bar(13, from: 0, to: 3)
        #expect(page.grids == [["Name|1|x", "Other|2|y", "Third|3|z"]])
    }
}
