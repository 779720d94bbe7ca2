import Testing

@testable import PageModel

@Suite struct ReadingDirectionTests {
    private func logical(_ text: String) -> String { String(ReadingDirection.logical(text.unicodeScalars)) }

    @Test func textWithoutRightToLeftLettersStays() {
        #expect(logical("完成率 (95%)") == "完成率 (95%)")
    }

    @Test func rightToLeftTextIsTurnedRound() {
        #expect(logical("\u{05DD}\u{05DC}\u{05D5}\u{05E2} \u{05D4}") == "\u{05D4} \u{05E2}\u{05D5}\u{05DC}\u{05DD}")
    }

    /// What stands as "12.50% (בא) XY" is read from the right.
    @Test func figuresAndLatinWordsKeepTheirOrder() {
        #expect(logical("12.50% (\u{05D1}\u{05D0}) A") == "A (\u{05D0}\u{05D1}) 12.50%")
    }

    @Test func aWordInLeftToRightTextIsTurnedAlone() {
        #expect(logical("see note \u{05D1}\u{05D0} here") == "see note \u{05D0}\u{05D1} here")
    }

    @Test func whatIsSeenAndWhatIsReadAreTurnedBothWays() {
        let word = "\u{0643}\u{062A}7\u{0628}"
        #expect(logical(String(ReadingDirection.visual(word.unicodeScalars))) == word)
    }
}
