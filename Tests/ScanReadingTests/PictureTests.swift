import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite struct PaperLightTests {
    private let light = PaperLight(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)

    @Test func paperInShadeBecomesWhiteAndInkStaysDark() {
        // From 250 at the left to 120 at the right; ink has 30 % of its paper's brightness.
        var canvas = Canvas(width: 500, height: 300)
        for y in 0..<300 {
            for x in 0..<500 {
                let paper = 250 - 130 * x / 500
                let isInk = y % 40 >= 20 && y % 40 < 24 && x % 20 < 14
                canvas.pixels[y * 500 + x] = UInt8(isInk ? paper * 3 / 10 : paper)
            }
        }
        let levelled = light.levelled(canvas.image)
        for x in stride(from: 5, to: 500, by: 20) {
            #expect(levelled.level(x, 50) >= 240, "paper at \(x)")
            #expect(levelled.level(x, 62) <= 110, "ink at \(x)")
        }
    }

    @Test func whitePaperStaysAsItIs() {
        var canvas = Canvas(width: 200, height: 100)
        canvas.print(count: 8, x: 20, y: 40)
        #expect(light.levelled(canvas.image) == canvas.image)
    }
}

@Suite struct SealFilterTests {
    private let filter = SealFilter(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)

    /// Print, and red ink where `isRed` says so, as ink lets through what is under it.
    private func page(isRed: (Int, Int) -> Bool) -> ColorImage {
        var canvas = Canvas(width: 400, height: 300)
        for y in [80, 120, 160, 200] { canvas.fill(60..<340, y..<(y + 6), level: 30) }
        var pixels: [UInt8] = []
        for y in 0..<300 {
            for x in 0..<400 {
                let under = Int(canvas.pixels[y * 400 + x])
                let (red, other) = isRed(x, y) ? (225, 60) : (255, 255)
                pixels += [UInt8(under * other / 255), UInt8(under * other / 255), UInt8(under * red / 255), 0]
            }
        }
        return ColorImage(width: 400, height: 300, pixels: pixels)
    }

    @Test func aRedSealGoesAndThePrintUnderItStays() {
        let gray = filter.gray(
            page { x, y in
                let square = (x - 200) * (x - 200) + (y - 150) * (y - 150)
                return square <= 90 * 90 && square >= 76 * 76
            })
        // The ring crosses no print at its top, and the line at 160 at its right.
        #expect(gray.level(200, 66) >= 235)
        #expect(gray.level(282, 163) <= 90)
        #expect(gray.level(200, 163) <= 40)
    }

    @Test func aLineOfRedTextStays() {
        let image = page { x, y in y >= 240 && y < 256 && x >= 40 && x < 360 && x % 20 < 16 }
        #expect(filter.gray(image) == image.gray())
    }

    @Test func aPageWithoutColourIsItsBrightness() {
        let image = page { _, _ in false }
        #expect(filter.gray(image) == image.gray())
    }
}

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

@Suite struct GrayImageTurnTests {
    private let image = GrayImage(width: 3, height: 2, pixels: [0, 1, 2, 3, 4, 5])

    @Test func quarterTurnsGoClockwise() {
        #expect(image.turned(.clockwise) == GrayImage(width: 2, height: 3, pixels: [3, 0, 4, 1, 5, 2]))
        #expect(image.turned(.half) == GrayImage(width: 3, height: 2, pixels: [5, 4, 3, 2, 1, 0]))
        #expect(image.turned(.counterclockwise) == GrayImage(width: 2, height: 3, pixels: [2, 5, 1, 4, 0, 3]))
    }

    @Test(arguments: [QuarterTurn.none, .clockwise, .half, .counterclockwise])
    func aTurnIsUndone(turn: QuarterTurn) { #expect(image.turned(turn).turned(turn.undone) == image) }

    @Test func aSmallTurnMovesTheRightSideDown() {
        var canvas = Canvas(width: 201, height: 201)
        canvas.fill(20..<181, 99..<102)
        let turned = canvas.image.rotated(by: 5)
        // Seven pixels at a distance of 80 from the middle.
        #expect(turned.level(180, 107) < 110)
        #expect(turned.level(20, 93) < 110)
        #expect(turned.level(180, 100) > 240)
        #expect(turned.level(100, 100) < 60)
    }

    @Test func whatLiesBeyondTheEdgeIsWhite() {
        let part = image.cropped(to: PixelBox(x0: 2, y0: 1, x1: 4, y1: 3))
        #expect(part == GrayImage(width: 2, height: 2, pixels: [5, 255, 255, 255]))
    }
}

@Suite struct SkewTests {
    private let skew = Skew(degrees: 2.3, center: Point(x: 300, y: 400))

    @Test func aPlaceComesBackFromThePage() {
        let box = Rect(x0: 40, y0: 50, x1: 60, y1: 62)
        let back = skew.straightened(skew.onPage(box))
        #expect(abs(back.midX - box.midX) < 1e-9 && abs(back.midY - box.midY) < 1e-9)
    }

    @Test func theMiddleStaysAndTheRightSideFalls() {
        let middle = skew.onPage(Rect(x0: 300, y0: 400, x1: 300, y1: 400))
        #expect(abs(middle.midX - 300) < 1e-9 && abs(middle.midY - 400) < 1e-9)
        #expect(skew.onPage(Rect(x0: 500, y0: 400, x1: 500, y1: 400)).midY > 407)
    }

    @Test func aStraightPageChangesNothing() {
        let box = Rect(x0: 1, y0: 2, x1: 3, y1: 4)
        #expect(Skew.none.onPage(box) == box && Skew.none.straightened(box) == box)
    }
}
