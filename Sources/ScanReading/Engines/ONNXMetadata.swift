internal import FoundationEssentials
internal import PageImage
internal import PageModel

/// Reads the notes that an ONNX file carries beside its network.
///
/// An ONNX file is one Protocol Buffers message `ModelProto`; its field 14 holds the notes, each a message with a key
/// (field 1) and a value (field 2). All else is skipped without being looked at.
enum ONNXMetadata {
    /// - Returns: nil when the file cannot be read, is not ONNX or has no such note.
    static func value(of key: String, inFile path: String) -> String? {
        guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else { return nil }
        return data.withUnsafeBytes { bytes in
            var reader = ProtobufReader(bytes: bytes[...])
            while let field = reader.next() {
                guard field.number == 14 else { continue }
                var texts: [Int: String] = [:]
                var entry = ProtobufReader(bytes: field.bytes)
                while let part = entry.next() { texts[part.number] = String(decoding: part.bytes, as: UTF8.self) }
                if texts[1] == key { return texts[2] }
            }
            return nil
        }
    }
}

/// Walks over the fields of one Protocol Buffers message.
struct ProtobufReader {
    private var bytes: Slice<UnsafeRawBufferPointer>

    init(bytes: Slice<UnsafeRawBufferPointer>) {
        self.bytes = bytes
    }

    struct Field {
        var number: Int
        /// Empty for numbers.
        var bytes: Slice<UnsafeRawBufferPointer>
    }

    /// The next field; nil at the end of the message or where it is broken.
    mutating func next() -> Field? {
        guard let tag = variableInteger() else { return nil }
        let number = Int(truncatingIfNeeded: tag >> 3)
        let length: Int
        switch tag & 7 {
        case 0:
            guard variableInteger() != nil else { return nil }
            length = 0
        case 1: length = 8
        case 2:
            guard let count = variableInteger(), count <= UInt64(bytes.count) else { return nil }
            length = Int(count)
        case 5: length = 4
        default: return nil
        }
        guard length <= bytes.count else { return nil }
        let content = bytes.prefix(length)
        bytes = bytes.dropFirst(length)
        return Field(number: number, bytes: tag & 7 == 2 ? content : content.prefix(0))
    }

    private mutating func variableInteger() -> UInt64? {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64, let byte = bytes.popFirst() {
            result |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
        return nil
    }
}
