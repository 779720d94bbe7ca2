import PageModel
import Testing

@testable import Pipeline

/// What of a document's pages goes into the list of failures.
@Suite struct PageReportTests {
    private let scan = PlacedImage(box: Rect(x0: 0, y0: 0, x1: 600, y1: 800), pixelWidth: 1667, pixelHeight: 2222)

    private func page(
        _ number: Int, hasText: Bool = false, isScan: Bool = false, note: PageNote.Code? = nil
    ) -> PageContent {
        let glyph = Glyph(scalar: "文", box: Rect(x0: 10, y0: 10, x1: 20, y1: 20))
        let run = TextRun(glyphs: [glyph], style: TextStyle(font: "", size: 10, color: .black))
        return PageContent(
            number: number, width: 600, height: 800, runs: hasText ? [run] : [], images: isScan ? [scan] : [],
            notes: note.map { [PageNote($0, page: number, "Because.")] } ?? [])
    }

    private func failures(_ pages: [PageContent]) -> [Failure] {
        var report = PageReport()
        for page in pages { report.note(page) }
        return report.failures(file: "a.pdf", sha256: "0")
    }

    @Test func aDocumentOfTextWithoutAFormIsThat() {
        #expect(failures([page(1, hasText: true)]).map(\.code) == [.noForm])
    }

    @Test func allSilentPicturesAreOneLine() {
        let found = failures([page(1, isScan: true), page(2, isScan: true), page(4, isScan: true)])
        #expect(found.map(\.code) == [.noText])
        #expect(found[0].message.hasPrefix("Pages 1-2,4 are pictures without text"))
    }

    /// The back of a scanned sheet is no failure where its front was read.
    @Test func aSilentPictureBetweenReadPagesIsLeftOut() {
        #expect(failures([page(1, hasText: true), page(2, isScan: true)]).map(\.code) == [.noForm])
    }

    @Test func anEngineThatFailedIsNamed() {
        let found = failures([page(1, hasText: true), page(2, isScan: true, note: .ocrFailed)])
        #expect(found.map(\.code) == [.noText])
        #expect(found[0].message == "Page 2 is a picture without text that can be read. Because.")
    }

    @Test func aDrawingThatIsNotWholeIsTheReason() {
        #expect(failures([page(3, hasText: true, note: .drawingTruncated)]).map(\.code) == [.drawingTruncated])
        #expect(
            failures([page(3, hasText: true, note: .drawingUnreadable)])[0].message.hasPrefix(
                "Page 3 belongs to no form"))
    }
}
