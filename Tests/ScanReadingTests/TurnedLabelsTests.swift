import PDFText
import PageImage
import PageModel
import TestSupport
import Testing

@testable import ScanReading

/// Labels turned by a right angle among lying text.
@Suite struct TurnedLabelsTests {
    /// Reads a picture longer than high as a label, where it is turned the way that it understands, and all else badly.
    private final class LabelEngine: LineRecognizer {
        let name = "label"
        let tellsPlaces = true
        /// Where the mark at the label's beginning stands that this engine sees: at the left end of the line, or nowhere.
        let confidence: Double
        init(confidence: Double = 0.99) { self.confidence = confidence }

        func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading] {
            lines.map { line in
                let isLabel = line.width > 3 * line.height
                // The first character of the label is drawn higher than the others.
                let left = line.darkest(0..<line.width / 4, 0..<max(1, line.height / 6))
                let right = line.darkest(3 * line.width / 4..<line.width, 0..<max(1, line.height / 6))
                let text: [Unicode.Scalar] = isLabel ? ["产", "出", "指", "标"] : ["标"]
                let sure = isLabel ? (left < 128 && right >= 128 ? confidence : 0.2) : 0.6
                let step = Double(line.width) / Double(text.count)
                return LineReading(
                    characters: text.enumerated().map { index, scalar in
                        CharacterReading(
                            scalar: scalar, confidence: sure, start: Double(index) * step,
                            end: Double(index + 1) * step)
                    })
            }
        }

        func findLines(in image: GrayImage) throws(OCRError) -> [PixelBox]? { nil }
    }

    /// A grid of two columns, lying text in the second one, four characters below each other in the first.
    ///
    /// - Parameter firstAtFoot: The label runs upwards: its first character, with a mark on its left, stands at the foot.
    private func page(firstAtFoot: Bool) -> Canvas {
        var canvas = Canvas(width: 800, height: 500)
        for y in [60, 200, 340, 440] { canvas.fill(60..<740, y..<y + 3) }
        for x in [60, 200, 740] { canvas.fill(x..<x + 3, 60..<443) }
        for y in [90, 120, 230, 260, 370, 400] { canvas.print(count: 20, x: 240, y: y) }
        for index in 0..<4 { canvas.fill(112..<128, (90 + 24 * index)..<(106 + 24 * index)) }
        if firstAtFoot {
            canvas.fill(106..<112, 162..<178)
        } else {
            canvas.fill(128..<134, 90..<106)
        }
        return canvas
    }

    private func read(_ canvas: Canvas, _ engine: LabelEngine = LabelEngine()) throws -> [TextRun] {
        let scale = Canvas.pointsPerPixel
        let content = PageContent(
            number: 1, width: Double(canvas.width) * scale, height: Double(canvas.height) * scale)
        let picture = LevelledPage(image: canvas.image, pointsPerPixel: scale)
        var settings = OCRSettings()
        settings.uprightConfidence = 0
        return try PictureReader(recognizer: engine, settings: settings).read(picture, on: content).runs
    }

    @Test(arguments: [(true, QuarterTurn.counterclockwise), (false, .clockwise)])
    func aLabelReadsAsALineTheWayItRuns(firstAtFoot: Bool, turn: QuarterTurn) throws {
        let labels = try read(page(firstAtFoot: firstAtFoot)).filter { $0.rotation != .none }
        try #require(labels.count == 1)
        #expect(labels[0].text == "产出指标")
        #expect(labels[0].rotation == turn)
        let first = try #require(labels[0].glyphs.first?.box)
        let last = try #require(labels[0].glyphs.last?.box)
        #expect(firstAtFoot == (first.y0 > last.y1))
        #expect(labels[0].box.x0 > 35 && labels[0].box.x1 < 55 && labels[0].box.y0 > 28 && labels[0].box.y1 < 70)
    }

    @Test func charactersThatReadAsNoLineStayAsTheyAre() throws {
        let runs = try read(page(firstAtFoot: true), LabelEngine(confidence: 0.5))
        #expect(runs.allSatisfy { $0.rotation == .none })
        #expect(runs.count { $0.box.x0 < 60 } == 4)
    }

    @Test func piecesInCellsOfTheirOwnAreNoLabel() {
        var canvas = page(firstAtFoot: true)
        for y in [110, 134, 158] { canvas.fill(60..<203, (y - 2)..<y) }
        let picture = PagePicture(
            levelled: canvas.image, turn: .none, pointsPerPixel: Canvas.pointsPerPixel, settings: OCRSettings())
        #expect(TurnedLabels(settings: .init(), page: picture).stacks().isEmpty)
    }
}
