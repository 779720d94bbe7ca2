import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct PreparedLineTests {
    private let settings = PPOCRSettings.second

    private func line(width: Int, ink: Range<Int>) -> GrayImage {
        var canvas = Canvas(width: width, height: 48)
        canvas.fill(ink, 8..<40)
        return canvas.image
    }

    @Test func theTextFillsThePicture() throws {
        let prepared = try #require(
            PreparedLine(index: 0, picture: line(width: 400, ink: 100..<220), settings: settings))
        // A margin of 3 pixels on both sides.
        #expect(prepared.offset == 97)
        #expect(prepared.image.width == 126)
        #expect(prepared.width == 126)
        #expect(prepared.pictureWidth == 400)
    }

    @Test func linesAreSqueezedForPPOCRv6() throws {
        let prepared = try #require(
            PreparedLine(index: 0, picture: line(width: 400, ink: 100..<294), settings: PPOCRSettings()))
        #expect(prepared.image.width == 200)
        #expect(prepared.width == 170)
        #expect(abs(prepared.pixelsPerPixel - 200.0 / 170) < 0.001)
    }

    @Test func paperIsAddedWhereTheTextTouchesTheEdge() throws {
        let prepared = try #require(PreparedLine(index: 0, picture: line(width: 100, ink: 0..<100), settings: settings))
        #expect(prepared.offset == -3)
        #expect(prepared.image.width == 106)
    }

    @Test func whatIsTooLongIsSqueezed() throws {
        let prepared = try #require(
            PreparedLine(index: 0, picture: line(width: 8_000, ink: 10..<7_990), settings: settings))
        #expect(prepared.width == settings.widths.last)
        #expect(prepared.pixelsPerPixel > 2)
    }

    @Test func aBlankPictureIsNoLine() {
        #expect(PreparedLine(index: 0, picture: Canvas(width: 100, height: 48).image, settings: settings) == nil)
    }

    @Test func aLineWithRoomForAnotherCharacterIsNotCovered() throws {
        let prepared = try #require(PreparedLine(index: 0, picture: line(width: 200, ink: 0..<200), settings: settings))
        func reading(_ middles: [Double]) -> LineReading {
            LineReading(
                characters: middles.map { CharacterReading(scalar: "字", confidence: 1, start: $0 - 20, end: $0 + 20) })
        }
        #expect(prepared.isCovered(by: reading([25, 75, 125, 175]), settings: settings))
        #expect(!prepared.isCovered(by: reading([25, 75, 175]), settings: settings), "one was passed over")
        #expect(!prepared.isCovered(by: reading([25, 75, 125]), settings: settings), "the last was passed over")
        #expect(!prepared.isCovered(by: .empty, settings: settings))
    }
}
