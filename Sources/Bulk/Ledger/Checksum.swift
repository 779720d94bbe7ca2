internal import Pipeline

/// Tells whether bytes are those that were written: FNV-1a with 64 bits, added to piece by piece.
struct Checksum: Hashable, Sendable {
    private var state: UInt64 = 14_695_981_039_346_656_037

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var hash = state
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        state = hash
    }

    /// As SQLite keeps it.
    var value: Int64 { Int64(bitPattern: state) }
}
