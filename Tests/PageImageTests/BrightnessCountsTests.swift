import TestSupport
import Testing

@testable import PageImage

@Suite struct BrightnessCountsTests {
    /// Ten dark pixels, ninety light ones.
    private var counts: BrightnessCounts {
        BrightnessCounts(of: GrayImage(width: 10, height: 10, pixels: (0..<100).map { $0 < 10 ? 20 : 230 }))
    }

    @Test func everyPixelIsCounted() {
        #expect(counts.total == 100)
        #expect(counts[20] == 10 && counts[230] == 90 && counts[100] == 0)
    }

    @Test func levelsPartTheLightFromTheDark() {
        #expect(counts.median == 230)
        #expect(counts.level(exceededBy: 0.95) == 20)
        #expect(counts.level(above: 5) == 20)
        #expect(counts.level(above: 11) == 230)
    }
}
