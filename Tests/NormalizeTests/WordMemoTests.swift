import Testing

@testable import Normalize

@Suite struct WordMemoTests {
    @Test func aTextIsLookedUpOnce() {
        let memo = WordMemo<Int?>()
        #expect(memo.answer(for: "指标") { _ in 1 } == 1)
        #expect(memo.answer(for: "指标") { _ in 2 } == 1)
    }

    @Test func nothingFoundIsAnAnswerToo() {
        let memo = WordMemo<Int?>()
        #expect(memo.answer(for: "") { _ in nil } == nil)
        #expect(memo.answer(for: "") { _ in 2 } == nil)
    }

    /// A letter with its accent and the same as two characters are equal strings, and two texts of a page.
    @Test func textsAreToldApartByTheirBytes() {
        let memo = WordMemo<Int>()
        let (one, two) = ("\u{E9}", "e\u{301}")
        #expect(one == two)
        #expect(memo.answer(for: one) { $0.utf8.count } == 2)
        #expect(memo.answer(for: two) { $0.utf8.count } == 3)
    }

    @Test func aLongRunDoesNotGrow() {
        let memo = WordMemo<Int>(capacity: 3)
        for number in 0..<100 { #expect(memo.answer(for: "指标\(number)") { _ in number } == number) }
        #expect((1...3).contains(memo.count))
    }
}
