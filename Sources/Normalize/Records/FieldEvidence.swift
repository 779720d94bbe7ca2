public import PageModel

/// A printed line, or a line of a picture, that a field was read from.
public struct PrintedLine: Hashable, Sendable {
    /// From 1.
    public var page: Int
    /// On the page as displayed, in points from its top left.
    public var box: Rect
    /// As printed; of a picture as it was read.
    public var text: String

    public init(page: Int, box: Rect, text: String) {
        self.page = page
        self.box = box
        self.text = text
    }
}

/// Where a field of a record was printed, and what was done to it on the way.
public struct FieldEvidence: Hashable, Sendable {
    /// How a field came to its value.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// It stands at its place on the page.
        case printed
        /// A cell, label or heading that holds for several rows.
        case filledDown = "filled_down"
        /// It is a word of the form's title or of the line beside it.
        case title = "from_title"
        /// It follows from another field.
        case computed
        /// A person put it where nothing was read.
        case review
        /// Its place was not kept.
        case unplaced
    }

    public var basis: Basis
    /// In the order in which they were put together; one for each printed line.
    public var lines: [PrintedLine]
    /// What was read from the picture before it was repaired.
    public var reading: String?
    public var repairs: Set<Repair>
    /// What a person put another value in the place of.
    public var beforeReview: String?
    /// 0…1, of this field alone: a record may be doubted for more than its fields.
    public var confidence: Double

    public init(
        basis: Basis = .printed, lines: [PrintedLine] = [], reading: String? = nil, repairs: Set<Repair> = [],
        confidence: Double = 1
    ) {
        self.basis = basis
        self.lines = lines
        self.reading = reading
        self.repairs = repairs
        self.confidence = confidence
    }

    /// The same place, as one that holds for more rows than its own.
    func based(on basis: Basis) -> FieldEvidence {
        var copy = self
        copy.basis = basis
        return copy
    }

    private var asRead: String { reading ?? lines.map(\.text).joined() }

    /// Puts what was printed elsewhere behind; a field is as sure as its least sure part.
    mutating func append(_ other: FieldEvidence) {
        if reading != nil || other.reading != nil { reading = asRead + other.asRead }
        lines += other.lines
        repairs.formUnion(other.repairs)
        confidence = min(confidence, other.confidence)
    }
}

/// The evidence of a record's fields, by their names: `target`, `fields.联系电话`, `extra.前年`.
public typealias EvidenceOfFields = [String: FieldEvidence]

extension EvidenceOfFields {
    /// Puts what was printed in a further place behind that of a field.
    mutating func append(_ evidence: FieldEvidence?, to field: String) {
        guard let evidence else { return }
        if self[field] == nil { self[field] = evidence } else { self[field]?.append(evidence) }
    }
}
