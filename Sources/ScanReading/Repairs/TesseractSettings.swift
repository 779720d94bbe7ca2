internal import PageImage
internal import PageModel

/// Tolerances and sizes of the Tesseract engine.
struct TesseractSettings: Hashable, Sendable {
    /// How a line is given to the engine.
    struct Way: Hashable, Sendable {
        /// The line's picture is scaled to this height, in pixels.
        var lineHeight: Double
        /// Paper around it, in pixels.
        var border: Int
        /// The picture goes to the model as it is: Tesseract's own search for the line cuts off thin signs at its ends.
        var isRaw: Bool
    }

    /// The Chinese data know Latin letters, too. Together with the English data in one reading it takes twice as long and
    /// reads worse: blurred Chinese words become English ones.
    var language = "chi_sim"
    /// Reads figures a second time.
    var figureLanguage = "eng"
    /// A raw picture is scaled by the engine with its border: 3 or 6 pixels cost accuracy against 4.
    var first = Way(lineHeight: 36, border: 4, isRaw: true)
    /// Of a line that reads badly: other sizes fail at other characters.
    var others = [
        Way(lineHeight: 30, border: 20, isRaw: false), Way(lineHeight: 36, border: 10, isRaw: false),
        Way(lineHeight: 48, border: 4, isRaw: true),
    ]
    var figure = Way(lineHeight: 36, border: 12, isRaw: false)
    /// A line that reads with less is read the other ways until three readings are alike; else the text with the most
    /// confidence in all is taken.
    var sureLine = 0.65
    /// Lines under a seal.
    var paleInk = PaleInk.Settings()
    /// A figure that reads with less is read with the figures' data, too.
    var sureFigure = 0.92
    /// Most characters of a figure behind a sign of comparison.
    var longestFigure = 8
    /// Lines of up to this many characters that read badly may be figures whatever they read as.
    var shortLine = 2
    /// A sign of comparison in front is told by its shape; the confidence that it then has.
    var signConfidence = 0.88
    /// The shapes of the signs.
    var signs = ComparatorShape.Settings()
    /// How far from its beginning a line is looked at for a sign, in heights of the line.
    var signReach = 4
    /// A lone character read with this confidence is no sign of comparison.
    var surelyRead = 0.95
    /// Least paper between two figures, in heights of the line.
    var figureGap = 0.4
    /// How far places of characters may be wrong, and least height of a bracket, in heights of the line.
    var roughness = 0.8
    var bracketHeight = 0.55
    /// Paper between brackets and what they hold, on both sides together, and how far the room between them may differ
    /// from what the characters take, in heights of the ink.
    var bracketPaper = 0.15
    var bracketMiss = 0.4
    /// Least part of its width that a closing bracket has for itself.
    var bracketRoom = 0.7
    /// The room of a narrow character, in ideographs.
    var narrowRoom = 0.5
    /// What a bracket that touches its neighbours has of its width for itself, at most.
    var touchingRoom = 0.99
    /// Width of a full-width equals sign in widths of the digits behind it; a half-width one is as wide as they.
    var wideSign = 1.45
    /// As in `PPOCRSettings`.
    var leastContrast = 24
    var inkShare = 0.4
}
