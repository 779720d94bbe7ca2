import Foundation
import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite(.serialized) struct PPOCRRecognizerTests {
    static let installed = OCRInstallation.find() != nil

    /// Share of the page's lines that an engine reads right, all signs counted.
    private func rightShare(_ recognizer: any LineRecognizer) throws -> Double {
        let page = try PrintedPage("approval-2025.chromium.pdf")
        // These two signs stand in no model; the longest lines take the most time.
        let lines = page.lines.filter { !$0.text.contains(where: { "≧≦".contains($0) }) && $0.text.count < 30 }
        try #require(lines.count > 30)
        let readings = try recognizer.read(lines.map { page.picture(of: $0.box) })
        try #require(readings.count == lines.count)
        let right = zip(readings, lines).count { folded($0.text) == folded($1.text) }
        return Double(right) / Double(lines.count)
    }

    @Test(.enabled(if: installed, "ppocr is not installed; run scripts/install-ocr."))
    func ppocrReadsAPage() throws {
        #expect(try rightShare(RecognizerFactory.make(.ppocr)) >= 0.97)
    }

    @Test func tesseractReadsAPage() throws {
        #expect(try rightShare(RecognizerFactory.make(.tesseract)) >= 0.85)
    }

    @Test(arguments: [OCREngine.ppocr, .tesseract]) func charactersStandWhereTheyArePrinted(engine: OCREngine) throws {
        guard engine != .ppocr || Self.installed else { return }
        let page = try PrintedPage("approval-2025.chromium.pdf")
        let line = try #require(page.lines.first { (6...20).contains($0.text.count) && !$0.text.contains(" ") })
        let picture = page.picture(of: line.box)
        let reading = try #require(try RecognizerFactory.make(engine).read([picture]).first)
        #expect(reading.text == line.text)
        let step = Double(picture.width) / Double(line.text.count)
        // Tesseract's boxes are those of strokes that it shares out among the characters.
        let tolerance = engine == .ppocr ? 0.6 : 2
        for (index, character) in reading.characters.enumerated() {
            let middle = (character.start + character.end) / 2
            #expect(abs(middle - (Double(index) + 0.5) * step) < step * tolerance)
        }
    }

    @Test(arguments: [OCREngine.ppocr, .tesseract]) func blankPictureIsEmpty(engine: OCREngine) throws {
        guard engine != .ppocr || Self.installed else { return }
        let blank = GrayImage(width: 60, height: 20, pixels: [UInt8](repeating: 250, count: 1200))
        let nothing = GrayImage(width: 0, height: 0, pixels: [])
        #expect(try RecognizerFactory.make(engine).read([blank, nothing]) == [.empty, .empty])
    }

    @Test(.enabled(if: installed, "ppocr is not installed; run scripts/install-ocr."))
    func detectorFindsTheLines() throws {
        let page = try PrintedPage("approval-2025.chromium.pdf")
        let boxes = try #require(try RecognizerFactory.make(.ppocr).findLines(in: page.image))
        let found = page.lines.count { line in
            boxes.contains { box in
                let x = (line.box.x0 + line.box.x1) / 2
                let y = (line.box.y0 + line.box.y1) / 2
                return box.x0 <= x && x < box.x1 && box.y0 <= y && y < box.y1
            }
        }
        #expect(Double(found) >= 0.9 * Double(page.lines.count))
    }
}
