internal import Glibc

/// Looks at the lines of one document as they come from a worker, before anything is done with them.
///
/// A worker may have been taken over by the document that it reads. What leaves here is whole lines of the shape that
/// the program writes, that speak of this document and no other, in the order of their ordinals.
struct LineChecker: Sendable {
    private let sha256: [UInt8]
    private let tags: Set<DocumentLines.Tag>
    private let longestLine: Int
    private let mostBytes: Int
    /// The beginning of a line whose end has not come.
    private var rest: [UInt8] = []
    private var bytes = 0
    private(set) var forms = 0
    /// Indicators, tables or text runs.
    private(set) var lines = 0
    private var rowsOfForm = 0

    /// - Parameters:
    ///   - sha256: Of the document.
    ///   - tags: Of the lines that are asked for.
    ///   - longestLine: In bytes.
    ///   - mostBytes: Of all lines of the document.
    init(sha256: String, tags: Set<DocumentLines.Tag>, longestLine: Int, mostBytes: Int) {
        self.sha256 = Array(sha256.utf8)
        self.tags = tags
        self.longestLine = longestLine
        self.mostBytes = mostBytes
    }

    /// Whether the last line has its end.
    var isAtEndOfLine: Bool { rest.isEmpty }

    /// Takes the next bytes.
    ///
    /// - Returns: The lines that are complete now, each with its tag and its line feed.
    /// - Throws: `LineError` at the first thing that is wrong; nothing of these bytes may be used then.
    /// - Complexity: Linear in all bytes of the document, however they are cut.
    mutating func take(_ new: [UInt8]) throws(LineError) -> [UInt8] {
        bytes += new.count
        guard bytes <= mostBytes else { throw LineError(message: "more than \(mostBytes >> 20) MB of lines") }
        guard let last = new.lastIndex(of: Self.lineFeed) else {
            try keep(new[...])
            return []
        }
        let whole = rest.isEmpty && last == new.count - 1 ? new : rest + new[...last]
        rest.removeAll(keepingCapacity: true)
        try keep(new[(last + 1)...])
        let problem = whole.withUnsafeBufferPointer { whole -> LineError? in
            do throws(LineError) {
                try checkAll(whole)
                return nil
            } catch {
                return error
            }
        }
        if let problem { throw problem }
        return whole
    }

    private mutating func keep(_ part: ArraySlice<UInt8>) throws(LineError) {
        guard rest.count + part.count <= longestLine else { throw LineError(message: "a line that is too long") }
        rest += part
    }

    private static let lineFeed: UInt8 = 0x0A

    private mutating func checkAll(_ whole: UnsafeBufferPointer<UInt8>) throws(LineError) {
        // One look for all lines; a line feed is never inside of a character.
        guard String(validating: whole, as: UTF8.self) != nil else {
            throw LineError(message: "text that is no UTF-8")
        }
        var start = 0
        while start < whole.count, let end = Self.endOfLine(in: whole, from: start) {
            try checkLine(UnsafeBufferPointer(rebasing: whole[start..<end]))
            start = end + 1
        }
    }

    private static func endOfLine(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let first = UnsafeRawPointer(bytes.baseAddress),
            let found = memchr(first + start, Int32(lineFeed), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - first
    }

    private mutating func checkLine(_ line: UnsafeBufferPointer<UInt8>) throws(LineError) {
        guard line.count <= longestLine else { throw LineError(message: "a line that is too long") }
        guard let first = line.first, let tag = DocumentLines.Tag(rawValue: first), tags.contains(tag) else {
            throw LineError(message: "a line that belongs nowhere")
        }
        let names = LineNames()
        var checker = ShapeChecker(
            tag.schema.shape, text: UnsafeBufferPointer(rebasing: line.dropFirst()),
            sees: { depth, key, value in names.note(depth: depth, key: key, value: value) })
        do throws(LineError) {
            try checker.check()
        } catch {
            throw LineError(message: "a line with \(error.message)")
        }
        guard isOfThisDocument(names, tag: tag), DocumentLines.hasPlaceForName(line) else {
            throw LineError(message: "a line of another document")
        }
        lines += tag == .form || tag == .evidence ? 0 : 1
    }

    private mutating func isOfThisDocument(_ names: LineNames, tag: DocumentLines.Tag) -> Bool {
        guard names.file == [], !names.hasOriginal else { return false }
        switch tag {
        case .table, .run: return true
        case .form:
            forms += 1
            rowsOfForm = 0
            return names.sha256 == sha256 && names.form == formName
        case .indicator:
            // A review may have left rows out; the others keep their names.
            guard let row = row(of: names.record), row > rowsOfForm else { return false }
            rowsOfForm = row
            return forms > 0 && names.sha256 == sha256 && names.form == formName
        case .evidence:
            return forms > 0 && names.sha256 == sha256 && names.form == formName && isOfThisForm(names.record)
        }
    }

    /// - Parameter record: Nil for the form's own fields.
    private func isOfThisForm(_ record: [UInt8]?) -> Bool {
        guard let record else { return true }
        return row(of: record).map { $0 <= rowsOfForm } ?? false
    }

    /// The ordinal in the name of a record of this form; nil for any other name.
    private func row(of record: [UInt8]?) -> Int? {
        let start = formName + Array("-r".utf8)
        guard let record, record.starts(with: start),
            let row = Int(String(decoding: record[start.count...], as: UTF8.self)), row > 0,
            String(row).utf8.elementsEqual(record[start.count...])
        else { return nil }
        return row
    }

    private var formName: [UInt8] { sha256.prefix(Self.hashDigits) + Array("-f\(forms)".utf8) }

    /// So many digits of the hash stand in a form's name.
    private static let hashDigits = 16
}

/// The names in a line.
private final class LineNames {
    /// Of the line itself, or of its source.
    private(set) var file: [UInt8]?
    private(set) var sha256: [UInt8]?
    private(set) var form: [UInt8]?
    private(set) var record: [UInt8]?
    /// Whether a source names another file of the same content, which a worker cannot know.
    private(set) var hasOriginal = false

    /// - Parameter depth: 1 for the line's own keys, 2 for those of its objects.
    func note(depth: Int, key: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
        guard depth > 0, depth <= 2, (4...12).contains(key.count) else { return }
        if key.elementsEqual("duplicate_of".utf8) { hasOriginal = true }
        if key.elementsEqual("file".utf8) { file = Array(value) }
        if key.elementsEqual("sha256".utf8) { sha256 = Array(value) }
        guard depth == 1 else { return }
        if key.elementsEqual("form_id".utf8) { form = Array(value) }
        if key.elementsEqual("record_id".utf8) { record = Array(value) }
    }
}

extension DocumentLines.Tag {
    var schema: LineSchema {
        switch self {
        case .indicator: .indicator
        case .form: .form
        case .table: .table
        case .run: .run
        case .evidence: .evidence
        }
    }
}
