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

    private func read(_ glyphs: [StyledGlyph], _ operators: String, states: [String: ExtendedState] = [:])
        -> VisibleText
    {
        let resources = NamedObjects()
        resources.states = states
        let style = TextStyle(font: "Hei", size: 10, color: .black)
        return VisibleText(
            glyphs: PopplerText(glyphs: glyphs, styles: [style]), graphics: drawn(operators, resources: resources),
            width: 200, height: 100, settings: PDFTextSettings())
    }

    @Test func transparentTextIsNotRead() {
        let clear = ExtendedState(fillAlpha: 0)
        let page = read(glyphs("旧值", x: 10, y: 50), "/G gs BT /F 10 Tf 10 50 Td (x) Tj ET", states: ["G": clear])
        #expect(page.runs().isEmpty)
        #expect(page.unseenCounts == (0, 2))
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
