import PageModel
import TestSupport
import Testing

@testable import PageImage

@Suite struct SkewFinderTests {
    private let finder = SkewFinder(settings: .init())

    @Test(arguments: [-3.0, -1.2, -0.3, 0, 0.4, 1.55, 2.9]) func theAngleOfADrawnPageIsFound(degrees: Double) {
        let ink = InkMask(levelled: GrayImage.page(askew: degrees))
        #expect(abs(finder.angle(of: ink) - degrees) <= 0.1)
    }

    @Test func turningBackPutsThePageStraight() {
        let askew = GrayImage.page(askew: 2)
        let straight = askew.rotated(by: -finder.angle(of: InkMask(levelled: askew)))
        #expect(abs(finder.angle(of: InkMask(levelled: straight))) <= 0.1)
    }

    @Test func anEmptyPageIsStraight() {
        #expect(finder.angle(of: InkMask(levelled: Canvas(width: 300, height: 200).image)) == 0)
    }
}
