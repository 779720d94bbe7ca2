import PageImage
import PageModel
import TestSupport
import Testing

@testable import PDFText

@Suite struct GraphicsReaderTests {
    /// A file of one page; qpdf finds the objects without a cross-reference table.
    private func file(page: String, content: [String], objects: String = "") -> [UInt8] {
        var text = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        text += "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]/Rotate 90>> endobj\n"
        let streams = content.indices.map { "\(10 + $0) 0 R" }.joined(separator: " ")
        text += "3 0 obj <</Type/Page/Parent 2 0 R/Contents[\(streams)]\(page)>> endobj\n\(objects)\n"
        for (index, stream) in content.enumerated() {
            text += "\(10 + index) 0 obj <</Length \(stream.utf8.count)>> stream\n\(stream)\nendstream endobj\n"
        }
        return Array((text + "trailer <</Root 1 0 R>>\n%%EOF\n").utf8)
    }

    private func read(_ bytes: [UInt8], page: Int = 1) throws -> PageGraphics {
        try bytes.withUnsafeBytes { try OperatorReader(bytes: $0, name: "a.pdf").graphics(page: page) }
    }

    @Test func turnedAndCroppedPageIsAsDisplayed() throws {
        let page = try read(file(page: "/CropBox[10 20 190 300]", content: ["10 20 m 60 20 l S"]))
        #expect(page.width == 80)
        #expect(page.height == 180)
        // The lower left corner of the crop box is the upper left one after a clockwise turn.
        #expect(short(page.rulings) == ["v 0.3 0.0 50.0"])
    }

    @Test func aPagesOwnUnitIsBroughtToPoints() throws {
        let page = try read(file(page: "/Rotate 0/UserUnit 10", content: ["10 50 m 90 50 l S"]))
        #expect(page.width == 2000)
        #expect(page.height == 1000)
        #expect(page.fills.first?.box == Rect(x0: 100, y0: 495, x1: 900, y1: 505))
    }

    @Test func contentPartsAreOneStreamOfTokens() throws {
        let page = try read(file(page: "/Rotate 0", content: ["q 1 0 0 1 10 0 cm 10 50", "m 90 50 l S Q"]))
        #expect(short(page.rulings) == ["h 50.0 20.0 100.0"])
    }

    @Test func whatIsNoPDFIsAnError() {
        let error = #expect(throws: GraphicsError.self) { try read(Array("no such thing".utf8)) }
        #expect(error?.code == .damaged)
    }

    @Test func missingPageIsAnError() {
        let error = #expect(throws: GraphicsError.self) { try read(file(page: "", content: [""]), page: 2) }
        #expect(error?.code == .noSuchPage)
    }
}
