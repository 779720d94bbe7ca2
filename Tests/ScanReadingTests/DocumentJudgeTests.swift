import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

/// Pictures on a page with text of its own.
@Suite struct DocumentJudgeTests {
    private struct Color {
        var red: UInt8
        var green: UInt8
        var blue: UInt8

        static let white = Color(red: 255, green: 255, blue: 255)
    }

    /// - Parameter tint: Where a pixel of the canvas is paper, by its place.
    private func isDocument(_ canvas: Canvas, tint: (Int, Int) -> Color) -> Bool {
        var pixels: [UInt8] = []
        for y in 0..<canvas.height {
            for x in 0..<canvas.width {
                let level = canvas.pixels[y * canvas.width + x]
                let color = level == 255 ? tint(x, y) : Color(red: level, green: level, blue: level)
                pixels += [color.blue, color.green, color.red, 255]
            }
        }
        let colors = ColorImage(width: canvas.width, height: canvas.height, pixels: pixels)
        let settings = OCRSettings()
        let light = colors.levelled(pointsPerPixel: Canvas.pointsPerPixel, settings: settings)
        let picture = PagePicture(
            levelled: light, turn: .none, pointsPerPixel: Canvas.pointsPerPixel, settings: settings)
        return DocumentJudge(settings: settings.documents).isDocument(picture, colors: colors)
    }

    /// Seven rows of three cells.
    private var table: Canvas {
        var canvas = Canvas(width: 800, height: 500)
        for row in 0...7 { canvas.fill(60..<741, (60 + 50 * row)..<(62 + 50 * row)) }
        for column in 0...3 { canvas.fill((60 + 226 * column)..<(62 + 226 * column), 60..<412) }
        for row in 0..<7 {
            for column in 0..<3 { canvas.print(count: 6, x: 80 + 226 * column, y: 78 + 50 * row) }
        }
        return canvas
    }

    @Test func aTableIsADocument() { #expect(isDocument(table) { _, _ in .white }) }

    @Test func aTableOnYellowedPaperIsADocument() {
        #expect(isDocument(table) { _, _ in Color(red: 250, green: 240, blue: 205) })
    }

    @Test func everySecondRowMayBeShaded() {
        #expect(isDocument(table) { _, y in y / 50 % 2 == 0 ? .white : Color(red: 228, green: 236, blue: 246) })
    }

    @Test func barsMakeAChart() {
        var chart = Canvas(width: 800, height: 500)
        chart.fill(60..<740, 420..<422)
        for bar in 0..<8 {
            chart.fill((80 + 80 * bar)..<(120 + 80 * bar), (120 + 30 * bar)..<420)
            chart.print(count: 4, x: 70 + 80 * bar, y: 440, side: 10, pitch: 14)
        }
        #expect(!isDocument(chart) { _, _ in .white })
    }

    @Test func dotsMakeAChart() {
        var chart = Canvas(width: 800, height: 500)
        for dot in 0..<150 { chart.print(count: 1, x: 70 + dot * 37 % 660, y: 60 + dot * 61 % 340, side: 9) }
        chart.print(count: 12, x: 200, y: 440)
        #expect(!isDocument(chart) { _, _ in .white })
    }

    /// Names on land and sea.
    @Test func coloursMakeAMap() {
        var map = Canvas(width: 800, height: 500)
        for place in 0..<12 { map.print(count: 6, x: 60 + place * 211 % 600, y: 40 + 35 * place) }
        let isDocument = isDocument(map) { x, _ in
            if x < 300 { return Color(red: 0, green: 255, blue: 255) }
            return x < 550 ? Color(red: 255, green: 255, blue: 120) : .white
        }
        #expect(!isDocument)
    }
}
