import Foundation
import Pipeline
import TableRecon
import Testing

@testable import Export

@Suite struct MarkdownExporterTests {
    @Test func escapesPipesAndMarkup() throws {
        let text = try exported(
            [table(["ab", "cd"], ["a": "x|y", "c": "<b>*", "d": "1\n2"], headerRows: 1)], as: .markdown)
        #expect(text.hasSuffix("| x\\|y | b |\n| --- | --- |\n| \\<b>\\* | 1<br>2 |\n"))
    }

    @Test func putsSeveralHeaderRowsTogether() throws {
        let text = try exported([table(["aab", "cdb", "efg"], [:], headerRows: 2)], as: .markdown)
        #expect(text.hasSuffix("| a<br>c | d | b |\n| --- | --- | --- |\n| e | f | g |\n"))
    }

    @Test func keepsTheFirstRowOfATableWithoutHeaderOutOfTheHeader() throws {
        let text = try exported([table(["ab"], [:])], as: .markdown)
        #expect(text.hasSuffix("|  |  |\n| --- | --- |\n| a | b |\n"))
    }
}
