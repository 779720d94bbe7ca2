/// Tells whether bytes are those that were written, added to piece by piece.
struct Checksum: Hashable, Sendable {
    private var hash = FNV1a()

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes { hash.add(byte) }
    }

    /// As SQLite keeps it.
    var value: Int64 { Int64(bitPattern: hash.state) }
}
