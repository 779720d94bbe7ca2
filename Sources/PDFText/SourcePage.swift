internal import CPoppler
package import PageImage
public import PageModel

/// One page as its file gives it: the content, and the ways to its picture for a stage that reads pictures.
///
/// Not `Sendable`: it keeps the page of Poppler and the operators of qpdf alive. Use and drop it within one task.
public struct SourcePage {
    /// What the file says of the page. `notes` tells what could not be had.
    public let content: PageContent
    /// The text-showing operators, in the order of the content stream; none where they could not be read.
    package let shows: [TextShow]
    private let source: Source

    private enum Source {
        case drawn(PopplerPageHandle, PaintedSheet?, OperatorReader?)
        case picture(ColorImage, isGray: Bool)
    }

    init(
        content: PageContent, graphics: PageGraphics, page: PopplerPageHandle, operators: OperatorReader?
    ) {
        self.content = content
        shows = graphics.shows
        source = .drawn(page, graphics.sheet, operators)
    }

    /// A page that is nothing but a picture, upright.
    ///
    /// - Parameter isGray: Its pixels have no colours.
    init(content: PageContent, picture: ColorImage, isGray: Bool) {
        self.content = content
        shows = []
        source = .picture(picture, isGray: isGray)
    }

    /// The image that the page consists of, as stored; nil for any other page, and for what a renderer must decode.
    package func storedImage() -> StoredPicture? {
        switch source {
        case .drawn(_, let sheet, let operators): sheet.flatMap { operators?.picture(of: $0) }
        case .picture(let image, let isGray): StoredPicture(isGray ? .gray(image.gray()) : .color(image))
        }
    }

    /// The page drawn on white paper; nil when it cannot be drawn.
    ///
    /// - Parameter dpi: Dots per inch; lowered for huge pages.
    package func image(dpi: Double) -> ColorImage? {
        switch source {
        case .drawn(let page, _, _):
            PageRaster.color(page.pointer, width: page.width, height: page.height, dpi: dpi, unit: page.unit)
        case .picture(let image, _): PageRaster.color(image, width: content.width, height: content.height, dpi: dpi)
        }
    }
}

/// Owns a page of Poppler's, which in turn keeps its document.
final class PopplerPageHandle {
    let pointer: OpaquePointer
    /// Points per unit of Poppler's coordinates.
    let unit: Double
    /// As displayed, in points.
    let width: Double
    let height: Double

    /// - Parameters:
    ///   - number: From 1.
    ///   - unit: Poppler does not know of a page's own unit.
    /// - Returns: nil when Poppler has no such page.
    init?(_ document: OpaquePointer, number: Int, unit: Double) {
        guard let page = poppler_document_get_page(document, Int32(number - 1)) else { return nil }
        pointer = page
        var size = (width: 0.0, height: 0.0)
        poppler_page_get_size(page, &size.width, &size.height)
        self.unit = unit
        (width, height) = (size.width * unit, size.height * unit)
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }
}
