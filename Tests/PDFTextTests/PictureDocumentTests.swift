import PageImage
import PageModel
import TestSupport
import Testing

@testable import PDFText

/// How large the page of a picture is, and what becomes of pictures that cannot be read.
@Suite struct PictureDocumentTests {
    private func page(_ change: (inout TIFFFile.Page) -> Void = { _ in }) throws -> SourcePage {
        var page = TIFFFile.Page(.paper)
        change(&page)
        return try SourceDocument(file: FileBytes(TIFFFile([page]).bytes), name: "a.tif").page(1)
    }

    @Test func thePageHasTheSizeThatTheResolutionGives() throws {
        let content = try page().content
        #expect(abs(content.width - 595.4) < 0.1 && abs(content.height - 842) < 0.1)
        #expect(try abs(page { $0.resolution = 300 }.content.height - 561.4) < 0.1)
    }

    @Test(arguments: [0, 72, 1]) func aResolutionThatCannotBeIsTakenForASheetOfA4(resolution: Int) throws {
        let content = try page { $0.resolution = resolution }.content
        #expect(abs(content.height - 841.9) < 0.1 && abs(content.width - 595.3) < 0.1)
    }

    @Test func aTurnedPageHasItsSidesExchanged() throws {
        let page = try page { $0.orientation = 8 }
        #expect(page.content.width > page.content.height)
        #expect(page.storedImage()?.widthOnPage == GrayImage.paper.height)
    }

    @Test func theDrawnPageHasTheResolutionAskedFor() throws {
        let image = try #require(page().image(dpi: 100))
        #expect(abs(image.width - 827) <= 1 && abs(image.height - 1170) <= 1)
    }

    @Test func aHugePictureIsUnreadableAndTheOtherPagesAreNot() throws {
        var huge = TIFFFile.Page(.paper)
        huge.claimedSize = (100_000, 100_000)
        let document = try SourceDocument(
            file: FileBytes(TIFFFile([huge, .init(.paper)]).bytes), name: "a.tif")
        let error = #expect(throws: PDFError.self) { _ = try document.page(1) }
        #expect(error?.code == .unreadable)
        #expect(error?.page == 1)
        #expect(try document.page(2).content.width > 0)
    }

    @Test func aCutPictureHasANote() throws {
        var cut = TIFFFile.Page(.paper)
        cut.claimedSize = (1654, 3000)
        let document = try SourceDocument(file: FileBytes(TIFFFile([cut]).bytes), name: "a.tif")
        #expect(try document.page(1).content.notes.map(\.code) == [.drawingTruncated])
    }

    @Test func aFileThatBeginsLikeAPictureAndIsNoneIsDamaged() {
        let error = #expect(throws: PDFError.self) {
            _ = try SourceDocument(file: FileBytes([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]), name: "a.jpg")
        }
        #expect(error?.code == .damaged)
    }
}
