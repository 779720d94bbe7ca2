import PageModel
import Testing

@testable import PDFText

/// Which text of a page is read, with the counts of what is not.
@Suite struct VisibleTextTests: ReadsDrawnText {
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
}
