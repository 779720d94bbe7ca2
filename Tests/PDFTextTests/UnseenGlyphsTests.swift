import PageModel
import Testing

@testable import PDFText

@Suite struct UnseenGlyphsTests: ReadsDrawnText {
    @Test func transparentTextIsNotRead() {
        let clear = ExtendedState(fillAlpha: 0)
        let page = read(glyphs("旧值", x: 10, y: 50), "/G gs BT /F 10 Tf 10 50 Td (x) Tj ET", states: ["G": clear])
        #expect(page.runs().isEmpty)
        #expect(page.unseenCounts == (0, 2))
        let faint = ExtendedState(fillAlpha: 0.02)
        #expect(
            read(glyphs("旧值", x: 10, y: 50), "/G gs BT /F 10 Tf 10 50 Td (x) Tj ET", states: ["G": faint]).runs()
                .isEmpty)
    }

    @Test func textUnderABoxPaintedLaterIsNotRead() {
        let text = "BT /F 10 Tf 10 50 Td (x) Tj ET "
        let box = "0 g 5 45 32 14 re f "
        #expect(read(glyphs("甲乙丙丁", x: 10, y: 50), text + box).runs().map(\.text) == ["丁"])
        #expect(read(glyphs("甲乙丙丁", x: 10, y: 50), box + text).runs().map(\.text) == ["甲乙丙丁"])
    }

    @Test func aTranslucentBoxHidesNoText() {
        let page = read(
            glyphs("甲乙", x: 10, y: 50), "BT /F 10 Tf 10 50 Td (x) Tj ET /G gs 5 45 32 14 re f",
            states: ["G": ExtendedState(fillAlpha: 0.4)])
        #expect(page.runs().map(\.text) == ["甲乙"])
    }

    /// More than half of the third glyph is outside the clip path, less than half of the second.
    @Test func clippedGlyphsAreLeftOutOneByOne() {
        let page = read(glyphs("甲乙丙丁", x: 10, y: 50), "0 0 26 100 re W n BT /F 10 Tf 10 50 Td (x) Tj ET")
        #expect(page.runs().map(\.text) == ["甲乙"])
        #expect(page.unseenCounts == (2, 0))
    }

    /// A text that runs on under the next one is cut by its own clip path, not by that of the other.
    @Test func clippedTextThatRunsIntoTheNextStaysClipped() {
        let page = read(
            glyphs("甲乙丙丁", x: 10, y: 50) + glyphs("戊", x: 35, y: 50),
            "q 0 0 30 100 re W n BT /F 10 Tf 10 50 Td (x) Tj ET Q BT /F 10 Tf 35 50 Td (x) Tj ET")
        #expect(page.runs().map(\.text).joined() == "甲乙戊")
    }

    @Test func textUnderAPictureIsNotRead() {
        let place = "q 32 0 0 14 5 45 cm "
        #expect(
            read(glyphs("甲乙丙丁", x: 10, y: 50), show + place + "/I Do Q", objects: picture).runs().map(\.text) == ["丁"])
        // A seal with a mask lets the text through.
        #expect(
            read(glyphs("甲乙丙丁", x: 10, y: 50), show + place + "/S Do Q", objects: picture).runs().map(\.text) == [
                "甲乙丙丁"
            ])
    }

    @Test func textBesideThePageIsCounted() {
        let page = read(glyphs("甲乙", x: 197, y: 50), "")
        #expect(page.runs().isEmpty)
        #expect(page.unseenCounts.hidden == 2)
    }

    @Test func textUnderAnEmptyClipIsNotRead() {
        let page = read(glyphs("甲乙", x: 10, y: 50), "0 0 5 5 re W n 50 50 5 5 re W n " + show)
        #expect(page.runs().isEmpty)
        #expect(page.unseenCounts == (2, 0))
    }

    /// The beginning of a text is cut off, the rest can be seen.
    @Test func theVisibleEndOfAClippedTextIsRead() {
        let page = read(glyphs("甲乙丙丁", x: 10, y: 50), "28 0 100 100 re W n " + show)
        #expect(page.runs().map(\.text) == ["丙丁"])
    }

}
