import Testing

@testable import Normalize

@Suite struct GrammarWordsTests {
    private let words = GrammarWords(["a": ["指标值", "值", "目标值"], "b": ["年度", "年"], "none": ["数"]]) {
        $0 == "none" ? nil : $0
    }

    @Test func theLongestEndComesFirst() {
        #expect(words.ending(Array("年度指标值")).map { String($0.word) } == ["指标值", "值"])
        #expect(words.ending(Array("指标")).isEmpty)
        #expect(words.ending([]).isEmpty)
    }

    @Test func theLongestBeginningIsTaken() {
        #expect(words.starting(Array("年度指标值")[...])?.word == Array("年度"))
        #expect(words.starting(Array("年指标值")[...])?.value == "b")
        #expect(words.starting(Array("度")[...]) == nil)
    }

    @Test func wordsOfUnknownNamesAndBlankWordsAreLeftOut() {
        #expect(words.ending(["数"]).isEmpty)
        #expect(GrammarWords(["a": ["", "："]]) { $0 }.words { _ in true }.isEmpty)
    }
}
