import Testing

@testable import Normalize

/// Words at a place of a text.
@Suite struct WordTableTests {
    private let table = WordTable<Int>([("万 万亿 亿", 1), ("万元", 2)])

    private func found(_ text: String, at index: Int = 0, before limit: Int? = nil) -> [Int]? {
        let source = Array(text.unicodeScalars)
        return table.match(source, at: index, before: limit ?? source.count).map { [$0.meaning, $0.end] }
    }

    @Test func theLongestWordWins() {
        #expect(found("万亿元") == [1, 2])
        #expect(found("万元整") == [2, 2])
        #expect(found("5万人", at: 1) == [1, 2])
    }

    @Test func nothingBehindTheLimitIsRead() {
        #expect(found("万元", before: 1) == [1, 1])
        #expect(found("万元", at: 2) == nil)
        #expect(found("人万") == nil)
    }

    @Test func wordsAreFoundFromTheirEndToo() {
        let source = Array("十万元".unicodeScalars)
        let found = table.match(source, endingAt: 3)
        #expect(found?.meaning == 2)
        #expect(found?.start == 1)
        #expect(table.match(source, endingAt: 1) == nil)
        #expect(table.match(source, endingAt: 0) == nil)
    }
}
