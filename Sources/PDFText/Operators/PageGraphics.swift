package import PageModel

/// What one page draws besides its characters, and where and how it shows text; page space, points.
package struct PageGraphics: Hashable, Sendable {
    /// Joined, by axis, position, start.
    package var rulings: [RulingLine] = []
    /// In painting order.
    package var fills: [FilledArea] = []
    /// In painting order.
    package var images: [PlacedImage] = []
    /// Opaque areas and pictures painted after some text, in painting order.
    package var covers: [PaintedCover] = []
    /// Path segments that are curved or slanted.
    package var curveCount = 0
    /// In the order of the content stream.
    package var shows: [TextShow] = []
    /// Whether a font of right-to-left letters shows text.
    package var isRightToLeft = false
    /// The image that is all that shows; nil for every other page.
    package var sheet: PaintedSheet?
    /// Size of the page as displayed, after /Rotate.
    package var width: Double
    package var height: Double
    /// A limit of the settings was reached or a part of the content was unreadable: what is here is not all.
    package var isTruncated = false

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// Glyphs that can be seen and stand for no character that is known.
    package var unmappedCount: Int { shows.unmappedCount }
}

extension [TextShow] {
    /// Glyphs that can be seen and stand for no character that is known.
    package var unmappedCount: Int { reduce(0) { $1.isHidden || $1.isClipped ? $0 : $0 + $1.unmapped } }
}

/// An area that hides what was painted under it.
package struct PaintedCover: Hashable, Sendable {
    package var box: Rect
    /// Number of the painting operation.
    package var order: Int
}

/// One text-showing operator: where its first glyph stands and how it is drawn.
///
/// Glyph widths live in the fonts, which this stage does not read: an operator does not move the place of the next one,
/// so of several in a row without positioning in between, all carry the place of the first.
package struct TextShow: Hashable, Sendable {
    /// Of the first glyph, on the baseline (with text rise); page space.
    package var origin: Point
    /// How far the writing direction is turned clockwise against the page as displayed; nil where it is slanted.
    package var angle: QuarterTurn?
    /// The same in degrees, 0 up to but not including 360.
    package var angleDegrees: Double
    /// Drawn without ink: render mode 3 or 7, or fully transparent.
    package var isInvisible: Bool
    /// Inked, but fully transparent.
    package var isTransparent = false
    /// Number of the last painting operation before it.
    package var order = 0
    /// How many of its glyphs stand for no character that is known.
    package var unmapped = 0
    /// The box of the clip path where it does not take in the whole page.
    package var clip: Rect?
    /// A picture was painted over its place afterwards.
    package var isCovered = false
    /// The origin lies outside the box of the clip path.
    package var isClipped: Bool
    /// Fill colour, or stroke colour where the render mode only strokes.
    package var color: RGB
    /// Font size in points as displayed.
    package var size: Double

    package init(
        origin: Point, angle: QuarterTurn?, angleDegrees: Double, isInvisible: Bool, isCovered: Bool = false,
        isClipped: Bool, color: RGB, size: Double
    ) {
        self.origin = origin
        self.angle = angle
        self.angleDegrees = angleDegrees
        self.isInvisible = isInvisible
        self.isCovered = isCovered
        self.isClipped = isClipped
        self.color = color
        self.size = size
    }

    /// Under a scan or without ink: recognised text that lies behind a picture.
    package var isHidden: Bool { isInvisible || isCovered }

    /// The same on paper of another size.
    package func scaled(by factor: Double) -> TextShow {
        var show = self
        show.origin = Point(x: origin.x * factor, y: origin.y * factor)
        show.size *= factor
        show.clip = clip.map { $0.scaled(by: factor) }
        return show
    }
}

/// Why the drawing operators of a file or a page cannot be read.
package struct GraphicsError: Error, Hashable, Sendable {
    package enum Code: String, Hashable, Sendable {
        /// A password is needed or the given one is wrong.
        case encrypted = "pdf.encrypted"
        /// qpdf cannot make sense of the file.
        case damaged = "pdf.damaged"
        case noSuchPage = "pdf.no-such-page"
        /// The page has contents, and none of them can be decoded.
        case unreadableContent = "pdf.unreadable-content"
    }

    package var code: Code
    package var message: String

    package init(code: Code, message: String) {
        self.code = code
        self.message = message
    }
}
