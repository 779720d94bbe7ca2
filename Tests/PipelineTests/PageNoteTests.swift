import Foundation
import Normalize
import PDFText
import PageModel
import Pipeline
import ScanReading
import TableRecon
import Testing

extension Documents {
    /// What a page could not give is said, lowers the confidence and is never taken for an empty page.
    @Suite struct PageNoteTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        /// The only page of a document, and its tables.
        private func page(of data: Data) throws -> (content: PageContent, layout: PageLayout) {
            let path = try folder.write(data, as: "page.pdf")
            let options = ConvertOptions()
            var pages = try PageSequence(.path(path), options: options, reader: PageReader(mode: .never))
            let content = try pages.read()
            return (content, pages.layout(of: content))
        }

        private var grid: HandmadePDF {
            var pdf = HandmadePDF()
            pdf.grid(columns: 3, rows: 4)
            return pdf
        }

        @Test func aWholePageHasNoNotes() throws {
            let page = try page(of: grid.data)
            #expect(page.content.notes.isEmpty)
            #expect(page.layout.tables.map(\.confidence) == [1])
        }

        @Test func aDrawingThatIsCutIsNotedAndDoubted() throws {
            var pdf = HandmadePDF()
            pdf.countlessStrokes()
            pdf.grid(columns: 3, rows: 4)
            let page = try page(of: pdf.data)
            #expect(page.content.notes.map(\.code) == [.drawingTruncated])
            let table = try #require(page.layout.tables.first)
            #expect(table.method == .lattice)
            #expect(table.rows == 4 && table.columns == 3)
            #expect(table.confidence < 0.9)
            #expect(table.cells.allSatisfy { $0.confidence < 0.9 })
        }

        @Test func missingCharactersAreNotedAndDoubted() throws {
            let page = try page(of: grid.withNamelessGlyphs)
            #expect(page.content.notes.map(\.code) == [.charactersMissing])
            #expect(
                page.layout.tables.allSatisfy { $0.confidence < 0.9 && $0.cells.allSatisfy { $0.confidence < 0.9 } })
            #expect(!page.layout.tables.isEmpty)
        }

        @Test func aDrawingThatCannotBeReadIsNotedAndDoubted() throws {
            let page = try page(of: grid.withBrokenContents)
            #expect(page.content.notes.map(\.code) == [.drawingUnreadable])
            let table = try #require(page.layout.tables.first)
            #expect(table.rows == 4 && table.columns == 3)
            #expect(table.confidence < 0.9)
        }

        @Test func suchADocumentIsNotPlainlyWithoutAForm() throws {
            try folder.write(grid.withBrokenContents, as: "a.pdf")
            let run = try Run([folder.path("a.pdf")], in: folder)
            #expect(try run.codes() == ["a.pdf": "drawing_unreadable"])
        }

        @Test(arguments: ["inspect", "tables", "runs"])
        func aScanWithoutAnEngineIsSaid(command: String) throws {
            let scan = Corpus.path("scan-approval-2025.200dpi-gray.pdf")
            var arguments = [command, scan, "--pages", "1", "--ocr-engine", "command:/nowhere/engine"]
            if command == "inspect" { arguments += ["--out", folder.path("report.html")] }
            let (status, text) = try Program.run(arguments)
            #expect(status == 3)
            #expect(text.contains("Page 1: "))
        }
    }
}
