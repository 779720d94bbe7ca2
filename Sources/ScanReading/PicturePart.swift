internal import PageImage
internal import PageModel

/// A picture that stands on a page with text of its own, made ready for reading.
struct PicturePart {
    /// With even light, as displayed.
    var image: GrayImage
    /// As it stands.
    var picture: PagePicture
    /// Its top left corner on the page, in points.
    var origin: Point
    /// It covers the page: a scan with a few words typed over it.
    var isSheet: Bool
}

extension PicturePart {
    /// The pictures on a page that show a document.
    ///
    /// - Parameters:
    ///   - boxes: Where the pictures stand, in page space.
    ///   - picture: The whole page.
    static func documents(
        at boxes: [Rect], in picture: ColorImage, of page: PageContent, settings: OCRSettings
    ) -> [PicturePart] {
        let scale = page.width / Double(max(picture.width, 1))
        let judge = DocumentJudge(settings: settings.documents)
        return boxes.compactMap { box in
            let pixels = PixelBox(box, pointsPerPixel: scale)
            let colors = picture.cropped(to: pixels)
            let isSheet = box.area >= settings.trust.sheetCoverage * page.width * page.height
            let light = colors.levelled(pointsPerPixel: scale, settings: settings)
            let part = PicturePart(
                image: light,
                picture: PagePicture(
                    levelled: light, turn: .none, pointsPerPixel: scale, isSheet: isSheet, settings: settings),
                origin: Point(x: Double(pixels.x0) * scale, y: Double(pixels.y0) * scale),
                isSheet: isSheet)
            return part.isSheet || judge.isDocument(part.picture, colors: colors) ? part : nil
        }
    }
}
