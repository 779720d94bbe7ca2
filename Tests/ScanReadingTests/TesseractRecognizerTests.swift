import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite(.serialized) struct TesseractRecognizerTests {
    /// Signs of comparison stand in front of values, and Tesseract knows none of them well.
    @Test func signsInFrontOfFiguresAreRead() throws {
        let page = try PrintedPage("approval-2025.chromium.pdf")
        let lines = page.lines.filter { line in
            line.text.count > 1 && "≥≤＝=".contains(line.text.first ?? " ")
        }
        try #require(lines.count > 3)
        let readings = try RecognizerFactory.make(.tesseract).read(lines.map { page.picture(of: $0.box) })
        for (reading, line) in zip(readings, lines) {
            #expect(folded(reading.text).first == folded(line.text).first, "\(line.text) was read as \(reading.text)")
        }
    }
}
