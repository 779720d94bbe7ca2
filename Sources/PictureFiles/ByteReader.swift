/// Reads numbers from bytes that nobody has looked at yet: nil for what lies beyond their end.
struct ByteReader {
    let bytes: UnsafeRawBufferPointer
    var isBigEndian = true

    func byte(_ offset: Int) -> Int? {
        offset >= 0 && offset < bytes.count ? Int(bytes[offset]) : nil
    }

    /// Of two bytes.
    func short(_ offset: Int) -> Int? {
        guard let first = byte(offset), let second = byte(offset + 1) else { return nil }
        return isBigEndian ? first << 8 | second : second << 8 | first
    }

    /// Of four bytes.
    func long(_ offset: Int) -> Int? {
        guard let first = short(offset), let second = short(offset + 2) else { return nil }
        return isBigEndian ? first << 16 | second : second << 16 | first
    }

    func starts(with text: String, at offset: Int) -> Bool {
        offset >= 0 && offset <= bytes.count && bytes[offset...].starts(with: text.utf8)
    }

    /// The bytes from one place to another, or to their end.
    func part(from start: Int, count: Int) -> ByteReader {
        let start = min(max(start, 0), bytes.count)
        let end = min(start + max(count, 0), bytes.count)
        return ByteReader(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), isBigEndian: isBigEndian)
    }
}
