import PageModel
import TableRecon
import Testing

@Suite struct LatticeTableTests {
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

    @Test func linesThatMissEachOtherByAHair() {
        let page = PageDrawing().text(["A     1", "B     2", "C     3"])
            .rule(0, from: -0.8, to: 7.8).rule(1, from: -0.8, to: 7.8).rule(2, from: -0.8, to: 7.8).rule(
                3, from: -0.8, to: 7.8
            )
            .bar(-1, from: 0, to: 3).bar(4, from: 0.1, to: 2.9).bar(8, from: 0, to: 3)
        #expect(page.grids == [["A|1", "B|2", "C|3"]])
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

    @Test func figuresStackedInOneRuledRowAreRows() {
        let page = PageDrawing().text([
            "Land       1999", "Bulgaria    2.3", "Cyprus      0.2", "Estonia     8.6", "Total      11.1",
        ])
        .grid(columns: [-1, 9, 17], lines: [0, 1, 4, 5])
        #expect(page.grids == [["Land|1999", "Bulgaria|2.3", "Cyprus|0.2", "Estonia|8.6", "Total|11.1"]])
    }

    @Test func wrappedCellsOfALatticeStayWhole() {
        let page = PageDrawing().text([
            "Retailer      Share in", "              percent ", "Maison        14.9    ", "du Café               ",
        ])
        .grid(columns: [-1, 13, 23], lines: [0, 2, 4])
        #expect(page.grids == [["Retailer|Share in percent", "Maison du Café|14.9"]])
        #expect(page.tables.first?.method == .lattice)
    }

    @Test func textReadingUpwardsStandsInItsCell() {
        let page = PageDrawing().text(["     Men    20", "     Women  30", "     Both   50"])
            .upwards("1991", column: 1, line: 2.4)
            .rule(0, from: -1, to: 15).rule(1, from: 4, to: 15).rule(2, from: 4, to: 15).rule(3, from: -1, to: 15)
            .bar(-1, from: 0, to: 3).bar(4, from: 0, to: 3).bar(11, from: 0, to: 3).bar(15, from: 0, to: 3)
        #expect(page.grids == [["1991{3x1}|Men|20", "^|Women|30", "^|Both|50"]])
    }

    @Test func aPageOfTurnedTextIsReadTurned() {
        let upright = PageDrawing().text(["A     1", "B     2", "C     3"]).grid(
            columns: [-1, 4, 8], lines: [0, 1, 2, 3]
        ).page
        var turned = PageContent(number: 1, width: upright.height, height: upright.width)
        // A quarter turn clockwise: (x, y) goes to (height - y, x).
        let move = { (box: Rect) in
            Rect(x0: upright.height - box.y1, y0: box.x0, x1: upright.height - box.y0, y1: box.x1)
        }
        turned.runs = upright.runs.map { run in
            TextRun(
                glyphs: run.glyphs.map { Glyph(scalar: $0.scalar, box: move($0.box)) }, style: run.style,
                rotation: .clockwise)
        }
        turned.rulings = upright.rulings.map { line in
            let box = move(line.box)
            return line.axis == .horizontal
                ? RulingLine(
                    axis: .vertical, position: box.midX, start: box.y0, end: box.y1, thickness: 0.5, origin: .stroke)
                : RulingLine(
                    axis: .horizontal, position: box.midY, start: box.x0, end: box.x1, thickness: 0.5, origin: .stroke)
        }
        let layout = TableFinder().layout(of: turned)
        #expect(layout.turn == .clockwise)
        #expect(layout.tables.map(\.gridRows) == [["A|1", "B|2", "C|3"]])
    }

    @Test func manyLinesOfADrawingDoNotHang() {
        var page = PageContent(number: 1, width: 1_000, height: 1_000)
        for index in 0..<200_000 {
            let position = Double(index % 997)
            let start = Double((index * 31) % 971)
            page.rulings.append(
                RulingLine(
                    axis: index % 2 == 0 ? .horizontal : .vertical, position: position, start: start, end: start + 20,
                    thickness: 0.1, origin: .stroke))
        }
        let clock = ContinuousClock()
        let time = clock.measure { _ = TableFinder().layout(of: page) }
        #expect(time < .seconds(10))
    }
}
