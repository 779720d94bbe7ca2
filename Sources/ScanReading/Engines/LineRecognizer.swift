package import PageImage
internal import PageModel

/// Reads pictures of single lines of text.
///
/// For one thread. Models are loaded at the first reading, so make one recognizer per process and keep it.
package protocol LineRecognizer: AnyObject {
    /// As users name engines: "ppocr", "tesseract" or "command"; for people.
    var name: String { get }

    /// Whether the places of its characters are exact enough to say which ink no character stands for.
    var tellsPlaces: Bool { get }

    /// Reads upright line pictures: dark text on light paper, any height and width.
    ///
    /// - Returns: As many readings, in the same order. A picture without readable text gives an empty reading of
    ///   confidence 0, which is not an error.
    func read(_ lines: [GrayImage]) throws(OCRError) -> [LineReading]

    /// Boxes of the text lines on an upright page picture, from top to bottom; nil when the engine finds no lines.
    func findLines(in image: GrayImage) throws(OCRError) -> [PixelBox]?

    /// What the confidence of a line is worth: how likely all of it is right.
    func calibrated(_ confidence: Double) -> Double
}

extension LineRecognizer {
    package func calibrated(_ confidence: Double) -> Double { confidence }
}
