import PageModel
import Testing

@Suite struct PageContentTests {
    private func image(_ box: Rect) -> PlacedImage { PlacedImage(box: box, pixelWidth: 1, pixelHeight: 1) }

    @Test func imagesThatOverlapCoverThePageOnce() {
        let half = image(Rect(x0: 0, y0: 0, x1: 50, y1: 100))
        #expect(PageContent(number: 1, width: 100, height: 100, images: [half, half]).imageCoverage == 0.5)
    }

    @Test func aPageWithoutASizeIsNotCovered() {
        let all = image(Rect(x0: 0, y0: 0, x1: 50, y1: 100))
        #expect(PageContent(number: 1, width: 0, height: 100, images: [all]).imageCoverage == 0)
    }

    @Test func aPictureWithoutTextIsSilentAndALogoIsNot() {
        let sheet = image(Rect(x0: 0, y0: 0, x1: 100, y1: 100))
        let logo = image(Rect(x0: 0, y0: 0, x1: 20, y1: 20))
        var page = PageContent(number: 1, width: 100, height: 100, images: [sheet])
        #expect(page.isSilentPicture)
        page.images = [logo]
        #expect(!page.isSilentPicture)
        page.images = [sheet]
        let glyph = Glyph(scalar: "a", box: Rect(x0: 0, y0: 0, x1: 5, y1: 5))
        page.runs = [TextRun(glyphs: [glyph], style: TextStyle(font: "", size: 5, color: .black))]
        #expect(!page.isSilentPicture)
    }
}
