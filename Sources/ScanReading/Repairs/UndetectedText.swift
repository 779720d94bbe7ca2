internal import PageImage
internal import PageModel

/// Tells text that a detection model passed over from the dirt, the pen strokes and the drawings that it passed over
/// rightly.
///
/// Such models see nearly every line, but not all of the lone dashes and digits in the columns of a table.
struct UndetectedText {
    /// Lengths in the height of the page's characters.
    struct Settings: Hashable, Sendable {
        /// Characters that are passed over stand alone or by twos.
        var most = 2
        /// Mean confidence of a digit or an ideograph that was passed over.
        var confidence = 0.8
        /// A character is at least this high and this wide: a fold of the sheet reads as 1.
        var height = 0.6
        var width = 0.25
        /// Shape of a dash.
        var dashWidth = 0.2...1.3
        var dashHeight = 0.05...0.3
        /// Anything that reads so well at this length is text.
        var sureConfidence = 0.92
        var sureLength = 4
    }

    let settings: Settings
    /// Height of most of the page's characters, in pixels.
    let characterHeight: Double

    /// - Parameter box: The ink that was read.
    func isText(_ reading: LineReading, at box: PixelBox) -> Bool {
        let scalars = reading.characters.map(\.scalar).filter { $0 != " " }
        if scalars.count >= settings.sureLength { return reading.meanConfidence >= settings.sureConfidence }
        guard !scalars.isEmpty, scalars.count <= settings.most else { return false }
        let (width, height) = (Double(box.width) / characterHeight, Double(box.height) / characterHeight)
        if scalars.count == 1, Self.dashes.contains(scalars[0]) {
            return settings.dashWidth.contains(width) && settings.dashHeight.contains(height)
        }
        return reading.meanConfidence >= settings.confidence && height >= settings.height && width >= settings.width
            && scalars.allSatisfy { $0.isIdeograph || $0.isDigit }
    }

    private static let dashes: Set<Unicode.Scalar> = ["-", "—", "一", "–", "－"]
}
