/// Tolerances and sizes of the PP-OCR engine.
struct PPOCRSettings: Hashable, Sendable {
    /// Height of the line pictures the recognition model was trained on.
    var lineHeight = 48
    /// Widths to which line pictures of `lineHeight` are padded. OpenVINO needs some 40 ms to prepare for a width it
    /// has not met, and some 15 ms to read 1,000 pixels: each step is half as long again as the one before.
    /// Below 192 the model, trained at 320, takes "0" for "o" and "-" for a quotation mark.
    var widths = [192, 288, 432, 640, 960, 1440, 2160, 3232]
    /// Short pictures read in one run where there are many of one width: 25 % less time for each line.
    var batch = 8
    /// Wider pictures are read one by one: batches of them save little and need much memory.
    var widestInBatches = 288
    /// Lines of one width read one by one before batches are worth preparing for.
    var linesBeforeBatches = 48
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
