/// How far the repair of text read from pictures goes, and what a repair costs.
struct OCRSettings: Sendable {
    /// A shorter word is too near to too many others.
    var shortestTerm = 3
    /// Confidence of a cell whose wording was replaced by a word of the dictionary, at most.
    var mendedLabel = 0.85
    /// Confidence of a cell whose figure was mended, at most.
    var mendedValue = 0.79
    /// Confidence of a cell that reads well but can hardly be true, at most.
    var doubtfulValue = 0.7
    /// Confidence of a cell whose operator could not be read, at most.
    var unreadSign = 0.5
    /// A header that the dictionary does not know is one of the form's own only where it reads as surely as this.
    var sureHeader = 0.9
    /// A Chinese character that reads as surely as this is not taken for another one.
    var sureReading = 0.93

    /// A value that at most this part of a form's rows lacks was lost where it is lacking.
    var rarelyBlank = 0.26

    static let standard = OCRSettings()
}
