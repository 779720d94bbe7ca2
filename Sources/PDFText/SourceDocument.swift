/// One opened document: a PDF, or a file of pictures (JPEG, PNG, TIFF) that each stand for a page.
///
/// Told by how the file begins, not by its name. Not for more than one thread.
public struct SourceDocument: ~Copyable {
    private let body: Body

    private enum Body: ~Copyable {
        case pdf(PDFDocument)
        case pictures(PictureDocument)
    }

    public let pageCount: Int

    /// Opens a document from memory.
    ///
    /// - Parameters: As of `PDFDocument`; pictures have no password.
    /// - Throws: As `PDFDocument`; of pictures `damaged` and `unreadable`.
    public init(
        file: FileBytes, name: String, password: String? = nil, settings: PDFTextSettings = PDFTextSettings()
    ) throws(PDFError) {
        if let pictures = try PictureDocument(file: file) {
            pageCount = pictures.pageCount
            body = .pictures(pictures)
        } else {
            let document = try PDFDocument(file: file, name: name, password: password, settings: settings)
            pageCount = document.pageCount
            body = .pdf(document)
        }
    }

    /// Reads one page.
    ///
    /// - Parameter number: From 1 to `pageCount`.
    /// - Throws: `damaged` or `unreadable` when the page cannot be had; the others are not affected.
    public func page(_ number: Int) throws(PDFError) -> SourcePage {
        switch body {
        case .pdf(let document): try document.page(number)
        case .pictures(let pictures): try pictures.page(number)
        }
    }

    /// The picture of a page as a PNG file.
    ///
    /// - Parameters:
    ///   - number: From 1 to `pageCount`.
    ///   - dpi: Dots per inch; lowered for huge pages.
    /// - Throws: As `page`.
    package func png(page number: Int, dpi: Double) throws(PDFError) -> [UInt8] {
        switch body {
        case .pdf(let document): try document.png(page: number, dpi: dpi)
        case .pictures(let pictures): try pictures.png(page: number, dpi: dpi)
        }
    }
}
