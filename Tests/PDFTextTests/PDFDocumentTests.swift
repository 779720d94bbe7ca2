import Testing

@testable import PDFText

/// Opening files.
@Suite struct PDFDocumentTests {
    private func code(_ bytes: [UInt8], password: String? = nil) -> PDFError.Code? {
        do throws(PDFError) {
            _ = try PDFDocument(file: FileBytes(bytes), name: "a.pdf", password: password)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func whatCannotBeOpenedIsToldApart() {
        #expect(code([]) == .emptyFile)
        #expect(code(Array("<html>not found</html>".utf8)) == .notPDF)
        #expect(code(Array("%PDF-1.7\nnothing more".utf8)) == .damaged)
        #expect(code(PageFile().bytes) == nil)
    }

    /// A password that a file does not ask for does no harm.
    @Test func anUnlockedFileOpensWithAnyPassword() { #expect(code(PageFile().bytes, password: "x") == nil) }

    @Test func aPageThatIsNotThereIsToldByItsNumber() throws {
        let document = try PDFDocument(file: FileBytes(PageFile().bytes), name: "a.pdf")
        #expect(document.pageCount == 1)
        do throws(PDFError) {
            _ = try document.page(2)
            Issue.record("There is no second page.")
        } catch {
            #expect(error.code == .damaged)
            #expect(error.page == 2)
        }
    }

    @Test func aPageIsAPictureToo() throws {
        let document = try PDFDocument(file: FileBytes(PageFile().bytes), name: "a.pdf")
        let picture = try document.png(page: 1, dpi: 36)
        #expect(Array(picture[16..<24]) == [0, 0, 0, 100, 0, 0, 0, 50])
    }
}
