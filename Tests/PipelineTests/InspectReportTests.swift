import Normalize
import PageModel
import Pipeline
import TableRecon
import Testing

@testable import Review

@Suite struct InspectReportTests {
    private func page(_ tables: [Table], runs: [TextRun] = []) -> String {
        let content = PageContent(number: 1, width: 600, height: 800, runs: runs)
        let layout = PageLayout(number: 1, width: 600, height: 800, tables: tables, lines: [])
        return InspectReport.page(content, layout: layout, picture: nil)
    }

    private func foot(_ forms: [FormRecord] = []) -> String {
        let document = DocumentIdentity(file: "</script><img>.pdf", sha256: String(repeating: "0", count: 64))
        return InspectReport.foot(InspectData(document: document, forms: forms, failures: [], pages: [(1, 600, 800)]))
    }

    @Test func drawsEveryTableBoxInPageCoordinates() {
        var second = table(["cd"], [:], confidence: 0.5)
        second.method = .stream
        second.box = Rect(x0: 10.5, y0: 300, x1: 110, y1: 420.25)
        let html = page([table(["ab"], [:]), second])
        #expect(html.contains("<svg viewBox=\"0 0 600 800\""))
        #expect(html.contains("<rect x=\"50\" y=\"50\" width=\"200\" height=\"20\"/>"))
        #expect(html.contains("<rect x=\"10.5\" y=\"300\" width=\"99.5\" height=\"120.25\"/>"))
        #expect(html.contains(">2: stream 0.50</text>"))
    }

    @Test func escapesTextEverywhere() {
        let glyph = Glyph(scalar: "<", box: Rect(x0: 0, y0: 0, x1: 5, y1: 5))
        let run = TextRun(glyphs: [glyph], style: TextStyle(font: "A&B", size: 5, color: .black))
        let html = page([table(["a"], ["a": "</title><img>"])], runs: [run])
        #expect(html.contains("<title>&lt;\nA&amp;B, 5 pt</title>"))
        #expect(html.contains("&lt;/title&gt;&lt;img&gt;") && !html.contains("<img>"))
        #expect(InspectReport.head(file: "<a>.pdf").contains("<title>&lt;a&gt;.pdf</title>"))
        // A text in the data must not end its element.
        #expect(foot().contains("\\u003c/script>\\u003cimg>.pdf") && !foot().contains("<img>"))
    }

    @Test func needsNothingFromElsewhere() {
        let html = InspectReport.beginning(.zh) + InspectReport.head(file: "a.pdf") + page([table(["a"], [:])]) + foot()
        #expect(!html.replacing("http://www.w3.org/2000/svg", with: "").contains("http://"))
        #expect(!html.contains("src=\"/") && !html.contains("@import"))
    }

    /// The policy names the one script; whatever else a document brings in does not run.
    @Test func onlyTheOneScriptMayRun() throws {
        let beginning = InspectReport.beginning(.en)
        #expect(beginning.contains("lang=\"en\"") && beginning.contains("script-src 'sha256-\(InspectScript.hash)'"))
        #expect(foot().contains("<script>\(InspectScript.text)</script>"))
        #expect(!InspectScript.text.contains("\nimport ") && !InspectScript.text.contains("\nexport "))
    }
}
