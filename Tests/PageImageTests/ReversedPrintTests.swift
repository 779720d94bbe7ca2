import PageModel
import TestSupport
import Testing

@testable import PageImage

/// Light print on dark ground becomes dark print on light ground; everything else stays.
@Suite struct ReversedPrintTests {
    private let filter = ReversedPrint(settings: .init(), pointsPerPixel: Canvas.pointsPerPixel)

    /// A table of ruled cells with print in them, its head row dark where `head` says so.
    private func table(head: UInt8?, frame: Int = 2) -> Canvas {
        var canvas = Canvas(width: 600, height: 400, paper: 245)
        for y in [50, 110, 170, 230] { canvas.fill(50..<550 + frame, y..<y + frame) }
        for x in [50, 300, 550] { canvas.fill(x..<x + frame, 50..<230 + frame) }
        for y in [132, 192] { canvas.print(count: 6, x: 80, y: y) }
        guard let head else { return canvas }
        canvas.fill(50..<300, 50..<110, level: head)
        canvas.fill(300..<302, 50..<110, level: 245)
        canvas.fill(302..<552, 50..<110, level: head)
        for x in [80, 330] {
            for index in 0..<6 { canvas.fill((x + 20 * index)..<(x + 20 * index + 4), 72..<88, level: 250) }
        }
        return canvas
    }

    @Test(arguments: [0, 60, 110] as [UInt8]) func printOnADarkCellTurnsDark(head: UInt8) {
        let restored = filter.restored(table(head: head).image)
        #expect(restored.level(82, 80) < 20, "a stroke of the print")
        #expect(restored.level(92, 80) > 240, "the ground beside it")
        #expect(restored.level(85, 140) == 0, "print on light ground")
        #expect(restored.darkest(46..<54, 75..<76) < 60, "the edge of the cell is a line")
        #expect(restored.darkest(296..<306, 75..<76) < 60, "so is what parts two dark cells")
    }

    @Test func aNegativeIsTurnedRound() {
        let page = table(head: nil).image
        let negative = GrayImage(width: page.width, height: page.height, pixels: page.pixels.map { 255 - $0 })
        #expect(filter.restored(negative) == page)
    }

    @Test(arguments: [2, 8]) func aRuledTableStaysAsItIs(frame: Int) {
        let page = table(head: nil, frame: frame).image
        #expect(filter.restored(page) == page)
    }

    @Test func aDarkBarWithoutPrintStays() {
        var canvas = table(head: nil)
        canvas.fill(50..<550, 300..<340)
        #expect(filter.restored(canvas.image) == canvas.image)
    }

    /// A black line between two dark gray cells is a ruling line still.
    @Test func aBlackLineOnDarkGroundStandsOut() {
        var canvas = table(head: 90)
        canvas.fill(300..<302, 50..<110)
        let restored = filter.restored(canvas.image)
        #expect(restored.level(301, 80) < 150)
        #expect(restored.level(82, 80) < 20)
    }

    /// A small sheet on the black cover of the scanner is no negative.
    @Test func theCoverAroundASheetStays() {
        var canvas = Canvas(width: 900, height: 900, paper: 10)
        canvas.fill(200..<700, 200..<600, level: 245)
        canvas.print(count: 8, x: 240, y: 300)
        #expect(filter.restored(canvas.image) == canvas.image)
    }
}
