/// A colour as displayed, 8 bits a channel.
public struct RGB: Hashable, Codable, Sendable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    public static let black = RGB(red: 0, green: 0, blue: 0)
    public static let white = RGB(red: 255, green: 255, blue: 255)

    /// Perceived brightness, 0 (black) to 1 (white), after Rec. 601.
    public var luminance: Double {
        (0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)) / 255
    }
}

/// Where a page's characters come from.
public enum TextSource: String, Hashable, Codable, Sendable {
    /// The text that the file itself carries.
    case embedded
    /// Characters read from the page's picture.
    case ocr
}

/// What a run of glyphs shares: font, size in points, fill colour.
public struct TextStyle: Hashable, Codable, Sendable {
    public var font: String
    public var size: Double
    public var color: RGB

    public init(font: String, size: Double, color: RGB) {
        self.font = font
        self.size = size
        self.color = color
    }
}

/// One drawn character with its box: the advance width by the font's ascent and descent.
public struct Glyph: Hashable, Sendable {
    public var scalar: Unicode.Scalar
    public var box: Rect

    public init(scalar: Unicode.Scalar, box: Rect) {
        self.scalar = scalar
        self.box = box
    }
}

/// What stood in a reading before it was repaired by the picture or by its neighbours.
public struct Misreading: Hashable, Sendable {
    /// Indexes of the glyphs that were read otherwise; empty where what was read is left out.
    public var glyphs: Range<Int>
    /// What was read in their place.
    public var text: String

    public init(glyphs: Range<Int>, text: String) {
        self.glyphs = glyphs
        self.text = text
    }
}

/// Neighbouring glyphs of one style on one baseline, in reading direction; of right-to-left scripts from left to right.
///
/// Invariant: `glyphs` is not empty; `box` is the union of their boxes. Gaps of a word space or more between two glyphs
/// end a run, so a run never reaches across a column border; a space inside a run is a glyph of its own.
public struct TextRun: Hashable, Sendable {
    public var glyphs: [Glyph]
    public var box: Rect
    public var style: TextStyle
    /// How far the text is turned clockwise against the page as displayed.
    public var rotation: QuarterTurn
    public var source: TextSource
    /// 0…1: how sure the characters are; 1 for embedded text.
    public var confidence: Double
    /// A watermark or the writing of a seal: on the page, but no part of its text.
    public var isDecoration = false
    /// What was read before the picture told better; nil for embedded text and for readings that stand.
    public var misreading: Misreading?

    public init(
        glyphs: [Glyph], style: TextStyle, rotation: QuarterTurn = .none, source: TextSource = .embedded,
        confidence: Double = 1
    ) {
        self.glyphs = glyphs
        self.box = glyphs.map(\.box).union ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0)
        self.style = style
        self.rotation = rotation
        self.source = source
        self.confidence = confidence
    }

    /// In the order of reading.
    public var text: String {
        var scalars = String.UnicodeScalarView()
        for glyph in glyphs { scalars.append(glyph.scalar) }
        return String(ReadingDirection.logical(scalars))
    }
}
