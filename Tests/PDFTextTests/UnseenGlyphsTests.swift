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

    /// A page of many short texts, each under a fill of its own or between two.
    private func steps(texts: Int) -> Int {
        let columns = 20
        var graphics = PageGraphics(width: 2000, height: Double(texts / columns) * 12 + 24)
        var text = PopplerText(glyphs: [], styles: [TextStyle(font: "A", size: 10, color: .black)])
        for index in 0..<texts {
            let (x, y) = (100 * Double(index % columns), 12 * Double(index / columns) + 12)
            var show = TextShow(
                origin: Point(x: x, y: y), angle: QuarterTurn.none, angleDegrees: 0, isInvisible: false,
                isClipped: false, color: .black, size: 10)
            show.order = 2 * index
            graphics.shows.append(show)
            let box = Rect(x0: x, y0: y - 9, x1: x + 40, y1: y + 2)
            graphics.covers.append(PaintedCover(box: box, order: index % 2 == 0 ? 2 * index + 1 : 0))
            for place in 0..<10 {
                let left = x + 10 * Double(place)
                text.glyphs.append(
                    StyledGlyph(
                        scalar: "甲", box: Rect(x0: left, y0: y - 8, x1: left + 10, y1: y + 2), style: 0,
                        startsLine: place == 0, followsSpace: false))
            }
        }
        let bounds = Rect(x0: 0, y0: 0, x1: graphics.width, y1: graphics.height)
        return UnseenGlyphs(text: text, graphics: graphics, bounds: bounds, settings: PDFTextSettings()).steps
    }

    /// A tenth of the page takes more than a fifteenth of the steps: 100,000 glyphs under 10,000 fills grow as n log n.
    @Test func stepsGrowAsTheGlyphs() {
        let few = steps(texts: 1000)
        #expect(few > 0)
        #expect(steps(texts: 10_000) <= 15 * few)
    }
}
