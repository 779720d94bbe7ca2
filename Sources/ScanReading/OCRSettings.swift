internal import PageImage
internal import PageModel

/// When pages are read by their pictures.
public enum OCRMode: String, Hashable, Sendable, CaseIterable, Codable {
    /// Where the page carries no text that can be trusted.
    case auto
    /// Every page; the text of the file is not used.
    case always
    case never
}

/// Tolerances of the reading of pictures.
struct OCRSettings: Hashable, Sendable {
    var seals = SealFilter.Settings()
    var reversed = ReversedPrint.Settings()
    var light = PaperLight.Settings()
    var skew = SkewFinder.Settings()
    /// Shorter pieces than usual count: of a broken line they are what is left, and are bridged or dropped afterwards.
    var rulings: PixelRulings.Settings = {
        var settings = PixelRulings.Settings()
        settings.surelyLine = 16
        settings.surelyLineWithGaps = 24
        return settings
    }()
    var faintRulings = FaintRulings.Settings()
    var bridge = RulingBridge.Settings()
    var eraser = RulingEraser.Settings()
    var lines = TextLineFinder.Settings()
    var turnedLabels = TurnedLabels.Settings()
    var faint = FaintReader.Settings()
    var figures = FigureReader.Settings()
    var figureGroups = FigureGroups.Settings()
    var figureGaps = FigureGaps.Settings()
    var punctuation = PunctuationWidth.Settings()
    var brackets = BracketReader.Settings()
    var undetected = UndetectedText.Settings()
    var strays = StrayMarks.Settings()
    var signs = ComparatorShape.Settings()
    /// A character read with this confidence is no misread sign.
    var surelyRead = 0.95
    /// Confidence of a sign of comparison told by its shape against the engine's reading.
    var signConfidence = 0.88
    /// A lone letter read with less may be a sign of comparison that the engine saw there too, if it saw it as likely as
    /// `leastSign`; its confidence is then `loneSignConfidence`.
    var unsureLetter = 0.5
    var leastSign = 0.04
    var loneSignConfidence = 0.45
    /// Greatest height of a full stop, in heights of the line.
    var stopHeight = 0.62
    /// Highest confidence of a figure behind > or <.
    var bareSignConfidence = 0.75
    /// A page on which fewer ruling lines meet than in a grid of two by two cells has none.
    var gridCrossings = 9
    /// Length of a line, as part of the picture's side, that only a streak of the scanner has.
    var streak = 0.98
    var thousands = ThousandsMark.Settings()
    var unread = UnreadInk.Settings()
    var documents = DocumentJudge.Settings()
    var trust = TrustJudge.Settings()
    var layer = LayerJudge.Settings()
    /// Dots per inch of the picture: that of the page's own picture within these bounds.
    var resolution = 150.0...300.0
    /// How far the sides of square pixels may differ, as part of them.
    var squareness = 0.01
    /// Dots per inch where the page is no picture.
    var drawnResolution = 250.0
    /// Part of the text in lines longer than high from which on a page is not turned sideways.
    var lyingShare = 0.6
    /// A page whose sample of lines reads with this confidence stands upright.
    var uprightConfidence = 0.85
    /// How many lines tell whether the page stands upright.
    var uprightSample = 8
    /// Such lines are at least this high, in heights of the page's characters.
    var sampleHeight = 0.7
    /// Paper that is read around a run, in parts of its box's shorter side.
    var runMargin = 0.12
    /// Paper around the picture of a line, in heights of the line, and in pixels at least.
    var cropMargin = CropMargin()
    /// Height of a digit, in heights of a Chinese character of its font.
    var digitHeight = 0.72
    /// No line is taken for lower than this, in heights of the page's characters.
    var leastLine = 0.6
    /// A reading of lower confidence is no text: dirt, a drawing, a seal.
    var leastConfidence = 0.4

    /// Short sides of a page, in points, on which text has the size of print; A6 to A3.
    var sheetSide = 280.0...860.0
    /// Short side of the sheet that any other page is taken for: A4.
    var usualSide = 595.0

    struct CropMargin: Hashable, Sendable {
        var above = 0.1
        var beside = 0.25
        var least = Pixels()

        struct Pixels: Hashable, Sendable {
            var above = 2
            var beside = 3
        }
    }

    /// Whether an image has a resolution within the bounds and square pixels.
    func readsAsStored(_ image: PlacedImage) -> Bool {
        guard let own = image.resolution else { return false }
        return abs(own.across / own.down - 1) <= squareness
            && resolution.lowerBound <= own.down * (1 + squareness)
            && own.down <= resolution.upperBound * (1 + squareness)
    }

    /// How much larger than the sheet that was scanned the page is; 1 for pages of a usual size.
    func sheetFactor(width: Double, height: Double) -> Double {
        let side = min(width, height)
        return side <= 0 || sheetSide.contains(side) ? 1 : side / usualSide
    }
}
