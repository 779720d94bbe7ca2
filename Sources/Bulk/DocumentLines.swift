internal import Glibc
internal import Normalize

/// The lines of a document as they are passed on and kept: without the name of the file, each after a letter
/// that says where it belongs. The same content under another name gives the same bytes.
struct DocumentLines {
    /// Where a line belongs.
    enum Tag: UInt8, Sendable {
        case indicator = 0x49
        case form = 0x46
        case table = 0x54
        case run = 0x52
        case evidence = 0x45
    }

    private var writer = JSONWriter()
    private var tagged: [UInt8] = []
    private let givesEvidence: Bool

    /// - Parameter givesEvidence: Whether a form's lines are followed by those of its evidence.
    init(givesEvidence: Bool = false) { self.givesEvidence = givesEvidence }

    /// Bytes that wait to be taken.
    var count: Int { tagged.count }

    mutating func add(_ form: FormRecord, in document: DocumentIdentity, ordinal: Int) {
        add(form.json(in: document, ordinal: ordinal), as: .form)
        for line in form.indicatorLines(in: document, ordinal: ordinal) { add(line, as: .indicator) }
        guard givesEvidence else { return }
        for line in form.evidenceLines(in: document, ordinal: ordinal) { add(line, as: .evidence) }
    }

    mutating func add(_ line: JSONValue, as tag: Tag) {
        writer.removeAll()
        writer.writeLine(line)
        tagged.append(tag.rawValue)
        tagged += writer.bytes
    }

    /// Hands out what there is and forgets it.
    mutating func take() -> [UInt8] {
        defer { tagged.removeAll(keepingCapacity: true) }
        return tagged
    }

    /// What a line has where the file's name goes. No text of a PDF can look like it: in a string of JSON the quotation
    /// marks are escaped, and all other values of that name are strings.
    static let emptyName = Array("\"source\":{\"file\":\"\"".utf8)

    /// What a line has where the first file of the same content is named.
    static let noOriginal = originalKey + Array("null".utf8)

    static let originalKey = Array("\"duplicate_of\":".utf8)

    /// How the line of a table or a run begins, which has the name at its own top.
    static let emptyFirstName = Array("{\"file\":\"\"".utf8)

    /// The place of the empty name, two quotation marks, in a line without its tag.
    static func placeForName(in line: UnsafeBufferPointer<UInt8>) -> Int? {
        if line.starts(with: emptyFirstName) { return emptyFirstName.count - 2 }
        guard let start = UnsafeRawPointer(line.baseAddress) else { return nil }
        var place = 0
        while place + emptyName.count <= line.count {
            guard let found = memchr(start + place, Int32(emptyName[0]), line.count - emptyName.count - place + 1)
            else {
                return nil
            }
            place = UnsafeRawPointer(found) - start
            if memcmp(found, emptyName, emptyName.count) == 0 { return place + emptyName.count - 2 }
            place += 1
        }
        return nil
    }

    /// - Parameter line: With its tag.
    static func hasPlaceForName(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        placeForName(in: UnsafeBufferPointer(rebasing: line.dropFirst())) != nil
    }
}

extension DocumentLines.Tag {
    /// The file of an output folder that such lines stand in; nil for lines that no run writes.
    var stream: OutputFolder.Stream? {
        switch self {
        case .indicator: .indicators
        case .form: .forms
        case .evidence: .evidence
        case .table, .run: nil
        }
    }
}

/// The lines that a document is read for.
extension WorkerJob {
    var tags: Set<DocumentLines.Tag> {
        switch self {
        case .records: [.form, .indicator]
        case .evidence: [.form, .indicator, .evidence]
        case .tables: [.table]
        case .runs: [.run]
        case .inspection: []
        }
    }
}
