internal import Glibc

/// Takes a body of the kind `multipart/form-data` apart, chunk by chunk, after RFC 7578. Holds no more than a boundary
/// and the headers of one part.
struct MultipartParser {
    /// A sentence that says what is wrong.
    struct Malformed: Error, Hashable, Sendable {
        let message: String
    }

    /// What was found.
    enum Event: Hashable, Sendable {
        case part(MultipartHeaders)
        /// Bytes of the part that was begun last.
        case body([UInt8])
        /// The end of that part.
        case end
    }

    private enum State {
        /// Before the first boundary, or within a part.
        case content(isPart: Bool)
        case afterBoundary
        case headers
        /// Behind the headers of a part.
        case emptyLine
        /// What comes behind the last boundary is nobody's.
        case epilogue
    }

    private let delimiter: [UInt8]
    private var state = State.content(isPart: false)
    /// Not looked at yet. A line feed goes before the body's first byte, so that all boundaries look the same.
    private var buffer: [UInt8] = [0x0D, 0x0A]

    /// In bytes; RFC 2046.
    private static let longestBoundary = 70
    /// In bytes, of the headers of one part.
    private static let longestHeaders = 8 << 10

    /// - Parameter boundary: The parameter of the body's type.
    init(boundary: String) throws(Malformed) {
        guard (1...Self.longestBoundary).contains(boundary.utf8.count) else {
            throw Malformed(message: "The boundary has no or too many characters.")
        }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Takes the next chunk, of any size.
    ///
    /// - Returns: All that could be told by now.
    mutating func take(_ chunk: some Sequence<UInt8>) throws(Malformed) -> [Event] {
        if case .epilogue = state { return [] }
        buffer += chunk
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// - Throws: Where the body ends before its last boundary.
    func finish() throws(Malformed) {
        guard case .epilogue = state else { throw Malformed(message: "The body ends before its last boundary.") }
    }

    /// Whether it went on.
    private mutating func step(_ events: inout [Event]) throws(Malformed) -> Bool {
        switch state {
        case .content(let isPart): content(isPart, &events)
        case .afterBoundary: try afterBoundary()
        case .headers: try headers(&events)
        case .emptyLine: emptyLine()
        case .epilogue: false
        }
    }

    private mutating func content(_ isPart: Bool, _ events: inout [Event]) -> Bool {
        let place = buffer.firstPlace(of: delimiter)
        // What could be the beginning of a boundary waits.
        let count = place ?? max(0, buffer.count - delimiter.count + 1)
        if isPart, count > 0 { events.append(.body(Array(buffer[..<count]))) }
        buffer.removeFirst(count)
        guard place != nil else { return false }
        buffer.removeFirst(delimiter.count)
        if isPart { events.append(.end) }
        state = .afterBoundary
        return true
    }

    private mutating func afterBoundary() throws(Malformed) -> Bool {
        while let first = buffer.first, first == 0x20 || first == 0x09 { buffer.removeFirst() }
        guard buffer.count >= 2 else { return false }
        switch (buffer[0], buffer[1]) {
        case (0x2D, 0x2D):
            state = .epilogue
            buffer = []
        case (0x0D, 0x0A):
            // The line feed stays: behind it the empty line of a part without headers may follow at once.
            state = .headers
        default: throw Malformed(message: "A boundary is followed by something else than the end of its line.")
        }
        return true
    }

    private mutating func headers(_ events: inout [Event]) throws(Malformed) -> Bool {
        guard let end = buffer.firstPlace(of: [0x0D, 0x0A, 0x0D, 0x0A]) else {
            guard buffer.count <= Self.longestHeaders else {
                throw Malformed(message: "The headers of a part have more than \(Self.longestHeaders) bytes.")
            }
            return false
        }
        events.append(.part(try MultipartHeaders(Array(buffer[..<end]))))
        // The empty line's own line feed stays: the next boundary may begin with it.
        buffer.removeFirst(end + 2)
        state = .emptyLine
        return true
    }

    private mutating func emptyLine() -> Bool {
        guard buffer.count >= delimiter.count || !delimiter.starts(with: buffer) else { return false }
        if !buffer.starts(with: delimiter) { buffer.removeFirst(2) }
        state = .content(isPart: true)
        return true
    }
}

extension [UInt8] {
    /// Where the bytes stand first; nil for nowhere.
    func firstPlace(of bytes: [UInt8]) -> Int? {
        withUnsafeBytes { all in
            guard let start = all.baseAddress, let first = bytes.first else { return nil }
            var offset = 0
            while offset + bytes.count <= all.count {
                guard let found = memchr(start + offset, Int32(first), all.count - bytes.count - offset + 1) else {
                    return nil
                }
                offset = UnsafeRawPointer(found) - start
                if memcmp(found, bytes, bytes.count) == 0 { return offset }
                offset += 1
            }
            return nil
        }
    }
}
