internal import PageImage
internal import PageModel
internal import PictureFiles

/// A file of pictures, each a page.
struct PictureDocument {
    private let file: FileBytes
    private let pictures: PictureFile

    var pageCount: Int { pictures.pages.count }

    /// - Returns: Nil for what does not begin like a picture.
    /// - Throws: `damaged`, `unreadable`.
    init?(file: FileBytes) throws(PDFError) {
        guard PictureKind(file.buffer) != nil else { return nil }
        self.file = file
        do throws(PictureError) {
            pictures = try PictureFile(file.buffer)
        } catch {
            throw PDFError(error, page: nil)
        }
    }

    /// - Parameter number: From 1.
    func page(_ number: Int) throws(PDFError) -> SourcePage {
        let picture = try decoded(number)
        let header = pictures.pages[number - 1]
        let size = PictureSize(header)
        let box = Rect(x0: 0, y0: 0, x1: size.width, y1: size.height)
        var content = PageContent(number: number, width: size.width, height: size.height)
        content.images = [
            PlacedImage(box: box, pixelWidth: picture.image.width, pixelHeight: picture.image.height)
        ]
        if picture.isPartial {
            content.notes = [
                PageNote(.drawingTruncated, page: number, "The picture is damaged or cut off: a part of it is missing.")
            ]
        }
        return SourcePage(content: content, picture: picture.image, isGray: header.isGray)
    }

    /// - Parameter number: From 1.
    func png(page number: Int, dpi: Double) throws(PDFError) -> [UInt8] {
        let image = try decoded(number).image
        let size = PictureSize(pictures.pages[number - 1])
        guard let bytes = PageRaster.png(image, width: size.width, height: size.height, dpi: dpi) else {
            throw PDFError(.damaged, "Page \(number) cannot be drawn. The other pages are not affected.", page: number)
        }
        return bytes
    }

    private func decoded(_ number: Int) throws(PDFError) -> PictureFile.Picture {
        defer { withExtendedLifetime(file) {} }
        do throws(PictureError) {
            return try pictures.decoded(number - 1)
        } catch {
            throw PDFError(error, page: number)
        }
    }
}

/// The page that a picture stands for, in points.
struct PictureSize: Hashable {
    let width: Double
    let height: Double

    private static let pointsPerInch = 72.0
    /// What scanners and programs write; cameras write 72 whatever they have seen.
    private static let resolutions = 90.0...2400.0
    /// Inches of the longer side of what is put on a scanner: a receipt to a sheet of A2.
    private static let sides = 3.0...24.0
    /// Of A4, which a picture shows that says nothing of its size.
    private static let usualSide = 297 / 25.4

    init(_ header: PictureHeader) {
        let (across, down) = Self.resolution(of: header)
        let size = (
            Double(header.width) / across * Self.pointsPerInch, Double(header.height) / down * Self.pointsPerInch
        )
        (width, height) = header.orientation.swapsSides ? (size.1, size.0) : size
    }

    /// Pixels per inch: those of the file where they give a sheet of a usual size.
    private static func resolution(of header: PictureHeader) -> (across: Double, down: Double) {
        let longer = Double(max(header.width, header.height))
        guard let own = header.resolution, resolutions.contains(min(own.across, own.down)),
            sides.contains(longer / (header.width > header.height ? own.across : own.down))
        else { return (longer / usualSide, longer / usualSide) }
        return (own.across, own.down)
    }
}

extension PDFError {
    fileprivate init(_ error: PictureError, page: Int?) {
        let place = page.map { "The picture of page \($0)" } ?? "The picture"
        switch error {
        case .undecodable:
            self.init(
                .damaged, "\(place) is damaged, or coded in a way that is not known. Save it anew as PNG or JPEG.",
                page: page)
        case .tooLarge(let width, let height):
            self.init(
                .unreadable,
                "\(place) has \(width) x \(height) pixels, more than \(ColorImage.mostPixels / 1_000_000) million. "
                    + "Save it with fewer.", page: page)
        case .tooManyPages(let most):
            self.init(.unreadable, "The file has more than \(most) pages. Split it.")
        }
    }
}
