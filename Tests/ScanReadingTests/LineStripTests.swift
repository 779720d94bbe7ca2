import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

@Suite struct LineStripTests {
    private let settings = PPOCRSettings()

    /// A line of the model's height with a bar of ink, as wide as asked for.
    private func line(_ index: Int, width: Int, level: UInt8 = 0) throws -> PreparedLine {
        var canvas = Canvas(width: width, height: settings.lineHeight)
        canvas.fill(3..<(width - 3), 10..<38, level: level)
        return try #require(PreparedLine(index: index, picture: canvas.image, settings: settings))
    }

    @Test func everyLineStandsOnceOnPaperOfItsOwn() throws {
        let widths = [61, 2500, 330, 90, 4000, 120, 700, 50, 180, 75, 640, 96, 20, 33]
        let strips = LineStrip.packed(try widths.enumerated().map { try line($0, width: $1) }, settings: settings)
        #expect(strips.flatMap(\.places).map(\.line.index).sorted() == Array(widths.indices))
        for strip in strips {
            #expect(settings.widths.contains(strip.width))
            #expect(
                strip.places.allSatisfy { $0.start % settings.step == 0 && $0.start + $0.line.width <= strip.width })
            for (left, right) in zip(strip.places, strip.places.dropFirst()) {
                #expect(right.start - left.start - left.line.width >= settings.gap)
            }
        }
    }

    @Test func shortLinesShareAPictureAndLoneFiguresOfPPOCRv4DoNot() throws {
        let settings = PPOCRSettings.second
        let cells = try (0..<8).map { try line($0, width: 100) }
        #expect(LineStrip.packed(cells, settings: settings).map(\.width) == [960])
        let figures = try (0..<3).map { try line($0, width: 30) }
        #expect(LineStrip.packed(figures, settings: settings).map(\.places.count) == [1, 1, 1])
    }

    @Test func betweenLinesIsPaperAndBehindThemPadding() throws {
        let strips = LineStrip.packed([try line(0, width: 120), try line(1, width: 80)], settings: settings)
        let strip = try #require(strips.first)
        var picture = [Float](repeating: 7, count: 3 * settings.lineHeight * strip.width)
        picture.withUnsafeMutableBufferPointer { strip.fill($0) }
        let row = Array(picture[(24 * strip.width)..<(25 * strip.width)])
        let (first, second) = (strip.places[0], strip.places[1])
        #expect(row[first.start + 60] == -1)
        #expect(row[(first.start + first.line.width)..<second.start].allSatisfy { $0 == 1 })
        #expect(row[second.start + 40] == -1)
        #expect(row[(second.start + second.line.width)...].allSatisfy { $0 == 0 })
        // Three equal colours.
        let plane = settings.lineHeight * strip.width
        #expect(picture[..<plane] == picture[plane..<2 * plane] && picture[..<plane] == picture[(2 * plane)...])
    }

    @Test func aLineWithAPlaceLeftIsNotCovered() throws {
        let line = try line(0, width: 200)
        func reading(_ middles: [Double]) -> LineReading {
            LineReading(
                characters: middles.map { CharacterReading(scalar: "制", confidence: 1, start: $0 - 20, end: $0 + 20) })
        }
        #expect(line.isCovered(by: reading([24, 62, 100, 138, 176]), settings: settings))
        #expect(!line.isCovered(by: reading([24, 62, 100, 138]), settings: settings))
        #expect(!line.isCovered(by: reading([62, 100, 138, 176]), settings: settings))
        #expect(!line.isCovered(by: reading([24, 62, 176]), settings: settings))
        #expect(!line.isCovered(by: .empty, settings: settings))
    }
}
