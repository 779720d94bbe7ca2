import Foundation
import Pipeline
import TableRecon
import Testing

@testable import Export

@Suite struct HTMLExporterTests {
    @Test func keepsSpansAndHeader() throws {
        let text = try exported([table(["aab", "cdb", "eef"], [:], headerRows: 2)], as: .html)
        #expect(text.contains("<thead>\n<tr><th colspan=\"2\">a</th><th rowspan=\"2\">b</th></tr>\n<tr><th>c</th>"))
        #expect(text.contains("</thead>\n<tbody>\n<tr><td colspan=\"2\">e</td><td>f</td></tr>\n</tbody>"))
    }

    @Test func endsTheHeaderAboveACellThatReachesIntoTheBody() throws {
        let text = try exported([table(["ab", "cd", "ce"], [:], headerRows: 2)], as: .html)
        #expect(
            text.contains("<thead>\n<tr><th>a</th><th>b</th></tr>\n</thead>\n<tbody>\n<tr><td rowspan=\"2\">c</td>"))
    }

    @Test func escapesTextAndNamesTheTable() throws {
        let text = try exported(
            [table(["a"], ["a": "<script>&\n\"x\""], page: 4, confidence: 0.875)], as: .html, file: "R&D.pdf")
        #expect(text.contains("<td>&lt;script&gt;&amp;<br>&quot;x&quot;</td>"))
        #expect(text.contains("<caption>R&amp;D.pdf, page 4, table 1 (lattice, confidence 0.88)</caption>"))
    }
}
