/// One message between a run and its worker: a kind and its bytes.
///
/// On the pipe: two bytes of mark, one of kind, one with the version of all this, the length and a checksum as little-endian 32-bit figures,
/// then the payload. A worker is not trusted: what does not look like this is an error, never a guess.
package struct Frame: Hashable, Sendable {
    package enum Kind: UInt8, Sendable, CaseIterable {
        // To the worker.
        case setup = 1
        /// With the descriptor of the document.
        case document
        case probe
        // From the worker.
        case ready = 16
        case page
        case lines
        case markup
        case problem
        case done
        case tried

        /// Bytes that a message of this kind may have at most.
        package var largestPayload: Int {
            switch self {
            case .setup: 16 << 20
            case .document, .probe, .problem: 1 << 16
            case .ready, .page: 64
            case .lines, .markup: 1 << 20
            case .done, .tried: 4 << 20
            }
        }
    }

    /// Raised with every change that an older program would misunderstand.
    package static let version: UInt8 = 3

    package var kind: Kind
    package var payload: [UInt8]

    package init(_ kind: Kind, _ payload: [UInt8] = []) {
        self.kind = kind
        self.payload = payload
    }

    static let headSize = 12
    static let mark: [UInt8] = [0x7A, 0xB1]

    package var bytes: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(Self.headSize + payload.count)
        out += Self.mark
        out += [kind.rawValue, Self.version]
        out.append(littleEndian: UInt32(payload.count))
        out.append(littleEndian: payload.withUnsafeBytes { Self.checksum(kind.rawValue, $0) })
        out += payload
        return out
    }

    /// FNV-1a over the kind and the payload, eight bytes at a time where there are as many.
    static func checksum(_ kind: UInt8, _ payload: UnsafeRawBufferPointer) -> UInt32 {
        var hash = FNV1a()
        hash.add(kind)
        var place = 0
        while place + MemoryLayout<UInt64>.size <= payload.count {
            hash.add(word: UInt64(littleEndian: payload.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place += MemoryLayout<UInt64>.size
        }
        for byte in payload[place...] { hash.add(byte) }
        // The high half alone has taken in every bit of the last word.
        return UInt32(truncatingIfNeeded: hash.state >> 32)
    }
}

/// Why bytes are no frame.
package struct FrameError: Error, Hashable, Sendable {
    package var message: String
}

/// Cuts a stream of bytes into frames.
package struct FrameReader: Sendable {
    private var buffer: [UInt8] = []
    private var start = 0

    package init() {}

    package mutating func append(_ bytes: some Collection<UInt8>) {
        if start > 0 {
            buffer.removeSubrange(..<start)
            start = 0
        }
        buffer += bytes
    }

    /// Whether the bytes end in the middle of a frame.
    package var isMidFrame: Bool { start < buffer.count }

    /// The next whole frame, nil when more bytes are needed.
    package mutating func next() throws(FrameError) -> Frame? {
        let available = buffer.count - start
        guard available > 0 else { return nil }
        guard buffer[start] == Frame.mark[0], available < 2 || buffer[start + 1] == Frame.mark[1] else {
            throw FrameError(message: "bytes that are no message")
        }
        guard available >= Frame.headSize else { return nil }
        guard buffer[start + 3] == Frame.version else { throw FrameError(message: "a message of another version") }
        guard let kind = Frame.Kind(rawValue: buffer[start + 2]) else {
            throw FrameError(message: "a message of unknown kind")
        }
        let length = Int(buffer.littleEndian(at: start + 4))
        guard length <= kind.largestPayload else { throw FrameError(message: "a message of impossible length") }
        guard available >= Frame.headSize + length else { return nil }
        let checksum = buffer.littleEndian(at: start + 8)
        let payload = buffer[(start + Frame.headSize)..<(start + Frame.headSize + length)]
        guard payload.withUnsafeBytes({ Frame.checksum(kind.rawValue, $0) }) == checksum else {
            throw FrameError(message: "a message with a wrong checksum")
        }
        start += Frame.headSize + length
        return Frame(kind, Array(payload))
    }
}

extension [UInt8] {
    package mutating func append(littleEndian value: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
    }

    /// The 32-bit figure at an index; four bytes must be there.
    package func littleEndian(at index: Int) -> UInt32 {
        var value: UInt32 = 0
        for offset in (0..<4).reversed() { value = value << 8 | UInt32(self[index + offset]) }
        return value
    }
}
