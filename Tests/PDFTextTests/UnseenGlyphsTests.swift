import PageModel
import Testing

@testable import PDFText

@Suite struct UnseenTextTests {
    /// Glyphs of 10 points, side by side, whose baseline lies at `y` from the page's upper side.
    private func glyphs(_ text: String, x: Double, y: Double) -> [StyledGlyph] {
        text.unicodeScalars.enumerated().map { index, scalar in
            let left = x + 10 * Double(index)
            return StyledGlyph(
                scalar: scalar, box: Rect(x0: left, y0: y - 8, x1: left + 10, y1: y + 2), style: 0,
                startsLine: index == 0, followsSpace: false)
        }
    }

    private func read(
        _ glyphs: [StyledGlyph], _ operators: String, states: [String: ExtendedState] = [:],
        objects: [String: ExternalObject] = [:], color: RGB = .black
    ) -> VisibleText {
        let resources = NamedObjects()
        resources.states = states
        resources.objects = objects
        let style = TextStyle(font: "Hei", size: 10, color: color)
        return VisibleText(
            glyphs: PopplerText(glyphs: glyphs, styles: [style]), graphics: drawn(operators, resources: resources),
            width: 200, height: 100, settings: PDFTextSettings())
    }

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

    private let show = "BT /F 10 Tf 10 50 Td (x) Tj ET "
    private let picture: [String: ExternalObject] = [
        "I": .image(width: 8, height: 8, plain: ObjectID(number: 1, generation: 0)), "S": .image(width: 8, height: 8),
    ]

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

    /// Recognised text under a scan waits for the picture to agree.
    @Test func textUnderAScanIsKept() {
        let page = read(glyphs("甲乙", x: 10, y: 50), show + "q 200 0 0 100 0 0 cm /I Do Q", objects: picture)
        #expect(page.runs().map(\.text) == ["甲乙"])
    }

    @Test func textWithoutInkOverNoPictureIsNotRead() {
        let page = read(glyphs("甲乙", x: 10, y: 50), "3 Tr " + show)
        #expect(page.runs().isEmpty)
        #expect(page.unseenCounts == (0, 2))
        let scan = read(glyphs("甲乙", x: 10, y: 50), "q 200 0 0 100 0 0 cm /I Do Q 3 Tr " + show, objects: picture)
        #expect(scan.runs().map(\.text) == ["甲乙"])
    }

    @Test func textInTheColourOfThePaperIsCounted() {
        let page = read(glyphs("甲乙", x: 10, y: 50), show, color: .white)
        #expect(page.runs().isEmpty)
        #expect(page.unseenCounts == (0, 2))
        let header = read(glyphs("甲乙", x: 10, y: 50), "0.2 g 5 45 40 14 re f " + show, color: .white)
        #expect(header.runs().map(\.text) == ["甲乙"])
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

    @Test func aMarkersTintLeavesTheRules() {
        let resources = NamedObjects()
        resources.states = ["M": ExtendedState(blends: true)]
        let graphics = drawn("1 w 20 50 m 180 50 l S /M gs 1 1 0 rg 40 40 60 20 re f", resources: resources)
        #expect(graphics.rulings.count == 1)
        #expect(graphics.rulings.first?.length == 160)
    }

    @Test func aTranslucentFillLeavesTheRules() {
        let resources = NamedObjects()
        resources.states = ["T": ExtendedState(fillAlpha: 0.5)]
        let graphics = drawn("1 w 20 50 m 180 50 l S /T gs 1 1 0 rg 40 40 60 20 re f", resources: resources)
        #expect(graphics.rulings.contains { $0.axis == .horizontal && $0.origin == .stroke && $0.length == 160 })
    }
}
