internal import Normalize

/// The lines of a document's forms as they are passed on and kept: without the name of the file, each after a letter
/// that says where it belongs. The same content under another name gives the same bytes.
struct DocumentLines {
    /// Where a line belongs.
    enum Tag: UInt8, Sendable {
        case indicator = 0x49
        case form = 0x46
    }

    private var writer = JSONWriter()
    private var tagged: [UInt8] = []

    init() {}

    /// Bytes that wait to be taken.
    var count: Int { tagged.count }

    mutating func add(_ form: FormRecord, in document: DocumentIdentity, ordinal: Int) {
        add(form.json(in: document, ordinal: ordinal), as: .form)
        for line in form.indicatorLines(in: document, ordinal: ordinal) { add(line, as: .indicator) }
    }

    private mutating func add(_ line: JSONValue, as tag: Tag) {
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
}
