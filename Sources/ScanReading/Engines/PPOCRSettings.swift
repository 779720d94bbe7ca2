internal import PageImage
internal import PageModel

/// Tolerances and sizes of the PP-OCR engine.
struct PPOCRSettings: Hashable, Sendable {
    var vote = ReadingVote.Settings()
    /// Height of the line pictures the recognition model was trained on.
    var lineHeight = 48
    /// Widths of the pictures that the model gets. OpenVINO needs some 40 ms to prepare for a width it has not met, and
    /// some 15 ms to read 1,000 pixels. Below 192 the model, trained at 320, takes "0" for "o" and "-" for a quotation
    /// mark; a short line with much more padding loses characters.
    var widths = [192, 320, 640, 960, 1440, 2160, 3232]
    /// Lines are put side by side on pictures up to this width.
    var stripWidth = 960
    /// Lines are squeezed to this part of their width: the model takes as long for each column, and PP-OCRv6 reads them
    /// as well (462 of 498 short lines in three fonts, blurred and noisy; 463 at their own width, 458 at 0.65).
    var squeeze = 0.85
    /// Narrower lines stay alone: among others PP-OCRv4 takes a lone figure for something else.
    var narrowestInStrips = 0
    /// PP-OCRv6 is surer of what it misreads than its probabilities may say: lines of 0.96 are right as often as those of
    /// 0.9 should be. The power to which they are raised.
    var calibration = 2.5

    /// How PP-OCRv4 gets its lines.
    static var second: PPOCRSettings {
        var settings = PPOCRSettings()
        settings.squeeze = 1
        settings.narrowestInStrips = 44
        return settings
    }
    /// White paper between two lines on one picture, in its pixels. With more, and with the gray of the padding, the
    /// model loses more characters at the ends of lines; with less it runs lines together.
    var gap = 16
    /// The model looks at the picture in steps of this width.
    var step = 8
    /// How far the middle of a character may lie from the end of its line, and half as far as from that of the next
    /// one, in heights of the line: with more a character was passed over. Digits are narrow.
    var reach = 0.9
    var digitReach = 0.5
    /// Other readings of a place less likely than this are not told.
    var leastAlternative: Float = 0.01
    /// Other readings of a place that are told at most.
    var mostAlternatives = 3
    /// Paper left and right of the text, in heights of the picture. With more the model sees brackets and dashes that
    /// are not there, with none it loses the ends of the line.
    var margin = 0.06
    /// A pixel is dark from this share of the way from the lightest to the darkest pixel on.
    var inkShare = 0.4
    /// A picture whose darkest and lightest pixels differ by less than this is blank.
    var leastContrast = 24

    /// The longer side of a page picture is scaled down to this for finding lines.
    var detectionSide = 960
    /// A pixel belongs to text from this probability on.
    var textThreshold: Float = 0.3
    /// A box counts from this mean probability on.
    var boxThreshold: Float = 0.6
    /// The model marks the core of a line: boxes grow by area times this over circumference.
    var growth = 1.6
    /// Boxes with a shorter side than this, in pixels of the scaled picture, are dirt.
    var smallestSide = 3
}
