internal import PDFText
internal import PageImage
internal import PageModel

/// The ways to a picture of a page.
struct PagePictures {
    /// The image that the page consists of, as stored; nil for any other page.
    let stored: () -> StoredPicture?
    /// The page drawn at so many dots per inch; nil when it cannot be drawn.
    let rendered: (Double) -> ColorImage?
}

/// A page in gray as displayed, without seals, with even light.
struct LevelledPage {
    var image: GrayImage
    var pointsPerPixel: Double
}

extension LevelledPage {
    /// - Parameter width: Of the page, in points.
    init(_ picture: StoredPicture, width: Double, settings: OCRSettings) {
        pointsPerPixel = width / Double(max(picture.widthOnPage, 1))
        let light =
            switch picture.pixels {
            case .gray(let image): image.levelled(pointsPerPixel: pointsPerPixel, settings: settings)
            case .color(let image): image.levelled(pointsPerPixel: pointsPerPixel, settings: settings)
            }
        image = light.turned(picture.turn)
    }

    /// - Parameter width: Of the page, in points.
    init(_ picture: ColorImage, width: Double, settings: OCRSettings) {
        pointsPerPixel = width / Double(max(picture.width, 1))
        image = picture.levelled(pointsPerPixel: pointsPerPixel, settings: settings)
    }
}

extension ColorImage {
    /// In gray, without seals, with even light.
    func levelled(pointsPerPixel: Double, settings: OCRSettings) -> GrayImage {
        SealFilter(settings: settings.seals, pointsPerPixel: pointsPerPixel).gray(self)
            .levelled(pointsPerPixel: pointsPerPixel, settings: settings)
    }
}

extension GrayImage {
    /// With even light, and light print on dark ground turned into dark print.
    fileprivate func levelled(pointsPerPixel: Double, settings: OCRSettings) -> GrayImage {
        let dark = ReversedPrint(settings: settings.reversed, pointsPerPixel: pointsPerPixel).restored(self)
        return PaperLight(settings: settings.light, pointsPerPixel: pointsPerPixel).levelled(dark)
    }
}
