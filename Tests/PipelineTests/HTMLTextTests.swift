import Testing

@testable import Export

/// Text in HTML.
@Suite struct HTMLTextTests {
    @Test func whatHTMLWouldTakeForMarkupIsEscaped() {
        #expect("<a href=\"x\">&".htmlEscaped == "&lt;a href=&quot;x&quot;&gt;&amp;")
        #expect("绩效 95%".htmlEscaped == "绩效 95%")
    }

    /// HTML has no control characters but white space.
    @Test func controlCharactersAreReplaced() {
        #expect("a\u{0}b\u{1B}c\u{7F}d\u{9B}e".htmlEscaped == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e")
        #expect("a\tb\nc".htmlEscaped == "a\tb\nc")
    }

    @Test func linesAreBroken() { #expect("a\n\n<b>".htmlLines == "a<br><br>&lt;b&gt;") }
}
