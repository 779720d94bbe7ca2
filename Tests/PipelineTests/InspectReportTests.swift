import PageModel
import Pipeline
import TableRecon
import Testing

@testable import Review

@Suite struct InspectReportTests {
    private func report(_ tables: [Table], runs: [TextRun] = []) -> String {
        var report = InspectReport(file: "<a>.pdf", forms: [])
        let content = PageContent(number: 1, width: 600, height: 800, runs: runs)
        let layout = PageLayout(number: 1, width: 600, height: 800, tables: tables, lines: [])
        return report.head(pages: 1, tables: tables.count) + report.page(content, layout: layout, picture: nil)
            + report.foot()
    }

    @Test func drawsEveryTableBoxInPageCoordinates() {
        var second = table(["cd"], [:], confidence: 0.5)
        second.method = .stream
        second.box = Rect(x0: 10.5, y0: 300, x1: 110, y1: 420.25)
        let html = report([table(["ab"], [:]), second])
        #expect(html.contains("<svg viewBox=\"0 0 600 800\""))
        #expect(html.contains("<rect x=\"50\" y=\"50\" width=\"200\" height=\"20\"/>"))
        #expect(html.contains("<rect x=\"10.5\" y=\"300\" width=\"99.5\" height=\"120.25\"/>"))
        #expect(html.contains(">2: stream 0.50</text>"))
    }

    @Test func showsTheStepsOfTheSearch() {
        var report = InspectReport(file: "a.pdf", forms: [])
        let list = ["1.", "2.", "3.", "4."].enumerated().flatMap { line, number in
            [(number, 50.0), ("a thing to do", 90.0)].map { text, x in
                TextRun(
                    glyphs: text.unicodeScalars.enumerated().map { index, scalar in
                        let left = x + 5 * Double(index)
                        let top = 100 + 12 * Double(line)
                        return Glyph(scalar: scalar, box: Rect(x0: left, y0: top, x1: left + 5, y1: top + 10))
                    }, style: TextStyle(font: "Serif", size: 9, color: .black))
            }
        }
        let content = PageContent(number: 1, width: 600, height: 800, runs: list)
        let (layout, trace) = TableFinder().traced(content)
        let html = report.head(pages: 1, tables: 0) + report.page(content, layout: layout, trace: trace, picture: nil)
        #expect(html.contains("data-layer=\"steps\""))
        #expect(html.contains("<g class=\"steps\">"))
        #expect(html.contains("a list with bullets or numbers</title>"))
        #expect(html.contains("<summary>1 area that is no table</summary>"))
    }

    @Test func escapesTextEverywhere() {
        let glyph = Glyph(scalar: "<", box: Rect(x0: 0, y0: 0, x1: 5, y1: 5))
        let run = TextRun(glyphs: [glyph], style: TextStyle(font: "A&B", size: 5, color: .black))
        let html = report([table(["a"], ["a": "</title><img>"])], runs: [run])
        #expect(html.contains("<title>&lt;\nA&amp;B, 5 pt</title>"))
        #expect(html.contains("&lt;/title&gt;&lt;img&gt;"))
        #expect(!html.contains("<img>"))
        #expect(html.contains("<title>&lt;a&gt;.pdf</title>"))
    }

    @Test func needsNothingFromElsewhere() {
        let html = report([table(["a"], [:])])
        #expect(!html.contains("http"))
        #expect(!html.contains("src=\"/"))
    }
}
