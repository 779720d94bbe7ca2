internal import CQPDF
internal import PageModel

/// Reads what the pages of a PDF file draw, from their drawing operators.
///
/// Not `Sendable`: make it, use it and drop it within one task. The file is damaged or locked in its own ways here; a
/// caller that has pages from elsewhere falls back to the picture of the page where this throws.
package final class OperatorReader {
    let document: QPDFDocument
    private let name: String
    let settings: GraphicsSettings
    private let fonts = FontCache()

    package var pageCount: Int { document.pageCount }

    /// - Parameters:
    ///   - bytes: The whole file; must stay where it is for as long as the reader lives.
    ///   - name: Of the file, for messages.
    ///   - password: Of the user or the owner; nil and empty are the same.
    package init(
        bytes: UnsafeRawBufferPointer, name: String, password: String? = nil,
        settings: GraphicsSettings = GraphicsSettings()
    ) throws(GraphicsError) {
        self.name = name
        self.settings = settings
        document = try QPDFDocument(bytes: bytes, name: name, password: password)
    }

    /// What one page draws; a page without contents draws nothing.
    ///
    /// - Parameter page: From 1.
    package func graphics(page: Int) throws(GraphicsError) -> PageGraphics {
        guard page >= 1, page <= pageCount else {
            throw GraphicsError(
                code: .noSuchPage, message: "\(name) has no page \(page); it has \(pageCount) pages.")
        }
        let forms = FormCache(settings: settings, fonts: fonts)
        defer {
            forms.removeAll()
            document.releaseObjects()
        }
        let source = document.page(page)
        let box = source.visibleBox
        let isTurned = source.rotation == .clockwise || source.rotation == .counterclockwise
        let unit = source.userUnit
        let (across, down) = (box.width * unit, box.height * unit)
        let size = isTurned ? (width: down, height: across) : (width: across, height: down)
        let matrix = Matrix.page(box: box, rotation: source.rotation)
            .followed(by: Matrix(a: unit, b: 0, c: 0, d: unit, e: 0, f: 0))
        var interpreter = ContentInterpreter(matrix: matrix, size: size, settings: settings)
        let resources = source.resources(forms: forms)
        guard let content = source.content(limit: settings.encodedBytesPerStream) else {
            throw GraphicsError(
                code: .unreadableContent, message: "The contents of page \(page) cannot be decoded."
            )
        }
        if !content.isWhole { interpreter.isTruncated = true }
        interpreter.run(content.bytes, resources: resources)
        return interpreter.finished()
    }

    /// Points per unit of the coordinates that Poppler hands out for a page.
    ///
    /// - Parameter page: From 1 to `pageCount`.
    func userUnit(page: Int) -> Double {
        defer { document.releaseObjects() }
        return page >= 1 && page <= pageCount ? document.page(page).userUnit : 1
    }
}
