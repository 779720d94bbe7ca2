import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

/// When a page is read by its picture.
@Suite struct PageReaderTests {
    private func page(_ path: String) throws -> SourcePage {
        let place = PrintedPage.root.appending(path: path).path
        return try PDFDocument(file: try FileBytes(path: place), name: path).page(1)
    }

    private let scan = "corpus/scan-approval-2025.200dpi-gray.pdf"

    @Test func textThatHoldsIsLeftAlone() throws {
        let source = try page("corpus/approval-2025.chromium.pdf")
        #expect(PageReader(mode: .auto, engine: .command("/nowhere/engine")).read(source) == source.content)
    }

    @Test func aScanIsNotReadWhereNoneAreAndThatIsSaid() throws {
        let read = PageReader(mode: .never).read(try page(scan))
        #expect(read.runs.isEmpty)
        #expect(read.notes.map(\.code) == [.ocrFailed])
    }

    /// An engine that is missing leaves the page as it was.
    @Test func anEngineThatIsNotThereIsNoted() throws {
        let source = try page(scan)
        let read = PageReader(engine: .command("/nowhere/engine")).read(source)
        #expect(read.runs == source.content.runs)
        #expect(read.notes.map(\.code) == [.ocrFailed])
    }
}
