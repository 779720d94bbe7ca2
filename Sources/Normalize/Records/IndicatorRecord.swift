public import OrderedCollections
public import PageModel

/// A code of what was mended on the way from the page to a record.
public enum Repair: String, Hashable, Sendable, CaseIterable {
    case wrapJoined = "wrap_joined"
    case spanFilled = "span_filled"
    case cellShifted = "cell_shifted"
    case pageContinued = "page_continued"
    case ocrLexicon = "ocr_lexicon"
    case ocrValue = "ocr_value"
    /// A column was understood by what its cells hold, and not by its header.
    case roleInferred = "role_inferred"
    /// A person has confirmed or corrected a field.
    case reviewed
}

/// Where a record was read: the row's or form's box on the page on which it starts.
public struct RecordSource: Hashable, Sendable {
    public var page: Int
    public var box: Rect
    public var textSource: TextSource

    public init(page: Int, box: Rect, textSource: TextSource) {
        self.page = page
        self.box = box
        self.textSource = textSource
    }
}

/// One indicator row of a form. Nil is "not on the page".
public struct IndicatorRecord: Hashable, Sendable {
    public var level1: String?
    public var level2: String?
    public var level3: String
    public var level1Code: String?
    public var level2Code: String?
    public var level1Weight: DecimalNumber?
    public var target: IndicatorValue?
    public var actual: IndicatorValue?
    public var weight: DecimalNumber?
    public var score: DecimalNumber?
    public var direction: Direction?
    public var scoringRule: String?
    public var varianceReason: String?
    public var remark: String?
    /// Header text → cell text of the columns without a field of their own.
    public var extra: OrderedDictionary<String, String>
    public var source: RecordSource
    public var confidence: Double
    public var repairs: Set<Repair>
    /// Field → what was read from the picture before it was repaired; empty for text that is in the file.
    public var ocrRaw: OrderedDictionary<String, String> = [:]
    /// Where the fields were printed.
    public var evidence: EvidenceOfFields = [:]
    /// The row's place in the form as it was read, from 1; nil where it is its place in the record.
    public var ordinal: Int?

    /// Whether more is better.
    public enum Direction: String, Hashable, Sendable {
        case positive
        case negative
    }
}
