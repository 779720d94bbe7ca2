import PageModel
import Testing

@testable import TableRecon

@Suite struct TextJoinTests {
    private let join = TextJoin(settings: TableSettings())

    private func lines(_ texts: [String]) -> [TextLine] {
        let runs = PageDrawing().text(texts).page.runs
        return LineBuilder(settings: TableSettings()).lines(of: runs.map { TextFragment($0) })
    }

    @Test func aSpaceStaysBetweenWordsOnly() {
        #expect(lines(["two words"]).map(\.text) == ["two words"])
        #expect(lines(["绩效 目标"]).map(\.text) == ["绩效目标"])
        #expect(lines(["12 月"]).map(\.text) == ["12月"])
    }

    @Test func runningTextKeepsTheSpacesRoundItsPunctuation() {
        #expect(lines(["one, two (three)"]).map(\.text) == ["one, two (three)"])
        #expect(lines(["项目, 目标"]).map(\.text) == ["项目,目标"])
    }

    @Test func aWrapInChineseLeavesNothing() {
        #expect(join.text(of: lines(["项目绩效", "目标"]), right: 300) == "项目绩效目标")
    }

    @Test func aWrapBetweenWordsIsASpace() {
        #expect(join.text(of: lines(["two", "words"]), right: 300) == "two words")
    }

    @Test func aNumberBrokenAtTheEdgeIsOne() {
        // The second line's first figure would not have fitted.
        #expect(join.text(of: lines(["1234", "5678"]), right: 71) == "12345678")
    }

    @Test func aHyphenAtTheLineEndJoins() {
        #expect(join.text(of: lines(["well-", "known fact"]), right: 300) == "well-known fact")
    }
}
