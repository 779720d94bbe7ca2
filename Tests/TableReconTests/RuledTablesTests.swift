import PageModel
import TableRecon
import Testing

@Suite struct RuledTablesTests {
    private let first = ["Model        Score   Rank", "Alpha           81      2", "Beta            79      3"]
    private let second = ["Model        Hours   Cost", "Gamma           12     40", "Delta           15     38"]

    /// Rules above and below the head and below the last row.
    private func ruled(_ page: PageDrawing, _ lines: [String], at line: Double, from left: Double = 0) -> PageDrawing {
        let indent = String(repeating: " ", count: Int(left))
        return page.text(lines.map { indent + $0 }, line: line).rule(line, from: left, to: left + 26)
            .rule(line + 1, from: left, to: left + 26).rule(line + Double(lines.count), from: left, to: left + 26)
    }

    @Test func aLineOfTextPartsTablesOfOneWidth() {
        var page = ruled(PageDrawing(), first, at: 0)
        page = page.text(["Nobody had expected that."], line: 4.2)
        page = ruled(page, second, at: 6.5)
        #expect(
            page.grids == [
                ["Model|Score|Rank", "Alpha|81|2", "Beta|79|3"], ["Model|Hours|Cost", "Gamma|12|40", "Delta|15|38"],
            ])
    }

    @Test func whiteSpacePartsTablesOfOneWidth() {
        let page = ruled(ruled(PageDrawing(), first, at: 0), second, at: 5)
        #expect(page.grids.map(\.count) == [3, 3])
    }

    /// The lines of group labels stand as close to their rules as rows do.
    @Test func labelsOfGroupsBetweenRulesPartNothing() {
        let page = PageDrawing().text([
            "Model        Score   Rank", "Trained on all data", "Alpha           81      2", "Trained on half of it",
            "Beta            79      3",
        ]).rule(0, from: 0, to: 26).rule(1, from: 0, to: 26).rule(2, from: 0, to: 26).rule(3, from: 0, to: 26)
            .rule(4, from: 0, to: 26).rule(5, from: 0, to: 26)
        #expect(page.grids.map(\.count) == [5])
    }

    @Test func tablesInTheColumnsOfAPage() {
        var page = ruled(PageDrawing(), first, at: 0)
        page = page.text(prose(12, width: 38).map { String(repeating: " ", count: 44) + $0 }, line: 0)
        page = ruled(page, second, at: 14, from: 44)
        page = page.text(prose(12, width: 38), line: 6)
        #expect(
            page.grids == [
                ["Model|Score|Rank", "Alpha|81|2", "Beta|79|3"], ["Model|Hours|Cost", "Gamma|12|40", "Delta|15|38"],
            ])
    }

    /// An upright line that stops short of the rules makes cells of each band, but one table.
    @Test func aBrokenUprightLineDividesNoTable() {
        let page = ruled(PageDrawing(), first, at: 0).bar(10, from: 0.4, to: 1).bar(10, from: 1.4, to: 3)
        #expect(page.grids == [["Model|Score|Rank", "Alpha|81|2", "Beta|79|3"]])
    }

    @Test func aHeadWithoutARuleAboveIt() {
        let page = PageDrawing().text(first).rule(1, from: 0, to: 26).rule(3, from: 0, to: 26)
        #expect(page.grids == [["Model|Score|Rank", "Alpha|81|2", "Beta|79|3"]])
    }

    @Test func captionsBetweenTablesAreNoRows() {
        var page = ruled(PageDrawing(), first, at: 0)
        page = page.text(["Table 2: The same in hours"], line: 3)
        page = ruled(page, second, at: 4)
        #expect(page.grids.map(\.count) == [3, 3])
    }

    /// Columns between rules may stand closer than words of running text do: 7 points apart, less than a line is high.
    @Test func narrowColumnsBetweenRules() {
        var page = PageDrawing().text(["Alpha  Low  Top", "Beta   170  420", "Gamma  180  440"])
        for rule in [0.0, 1, 3] { page = page.rule(rule, from: 0, to: 15) }
        page.page.runs = page.page.runs.map { run in
            let left = 3 * ((run.box.x0 - PageDrawing.left) / 25).rounded(.down)
            return TextRun(
                glyphs: run.glyphs.map { glyph in
                    let box = glyph.box
                    return Glyph(
                        scalar: glyph.scalar, box: Rect(x0: box.x0 - left, y0: box.y0, x1: box.x1 - left, y1: box.y1))
                }, style: run.style)
        }
        #expect(page.grids == [["Alpha|Low|Top", "Beta|170|420", "Gamma|180|440"]])
    }

    /// Lines of both axes that hold together tell the cells better than the rules alone.
    @Test func aLatticeStaysALattice() {
        let page = PageDrawing().text(first).grid(columns: [-1, 10, 19, 27], lines: [0, 1, 2, 3])
        #expect(page.tables.map(\.method) == [.lattice])
    }
}
