import Normalize
import PageModel
import TableRecon
import Testing

@testable import Review

/// The drawing over a page's picture.
@Suite struct PageLayersTests {
    private func svg(_ content: PageContent, tables: [Table] = []) -> String {
        let layout = PageLayout(number: 1, width: 600, height: 800, tables: tables, lines: [])
        return PageLayers(content: content, layout: layout).svg
    }

    private func page(runs: [TextRun] = [], rulings: [RulingLine] = []) -> PageContent {
        PageContent(number: 1, width: 600, height: 800, runs: runs, rulings: rulings)
    }

    @Test func onlyWhatIsThereHasAGroup() {
        #expect(!svg(page()).contains("<g class"))
        #expect(svg(page(), tables: [table(["a"], [:])]).contains("<g class=\"tables\">"))
    }

    @Test func linesAreDrawnByTheirOrigin() {
        let line = RulingLine(
            axis: .horizontal, position: 50, start: 10, end: 90, thickness: 0.1, origin: .stroke, isDashed: true)
        let html = svg(page(rulings: [line]))
        #expect(html.contains("<g class=\"stroke\">"))
        // A hairline is drawn so that it can be seen.
        #expect(html.contains("stroke-width=\"0.8\" stroke-dasharray"))
    }

    @Test func whatIsKnownOfARunIsItsTitle() {
        var run = TextRun(
            glyphs: [Glyph(scalar: "文", box: Rect(x0: 0, y0: 0, x1: 10, y1: 10))],
            style: TextStyle(font: "Hei", size: 9, color: .black))
        run.rotation = .clockwise
        run.confidence = 0.5
        run.isDecoration = true
        let html = svg(page(runs: [run]))
        #expect(html.contains("文\nHei, 9 pt, turned by 90°, confidence 0.5, decoration"))
        #expect(html.contains("class=\"decoration\""))
    }

    @Test func aCellTellsWhereItStands() {
        let html = svg(page(), tables: [table(["aa", "bc"], [:])])
        #expect(html.contains("(row 1, column 1, spans 1 × 2, confidence 1)"))
        #expect(html.contains("(row 2, column 2, confidence 1)"))
    }

    /// A table at the top of the page has its label inside.
    @Test func theLabelStaysOnThePage() {
        var top = table(["a"], [:])
        top.box = Rect(x0: 0, y0: 2, x1: 50, y1: 40)
        #expect(svg(page(), tables: [top]).contains("y=\"8\" font-size"))
    }
}
