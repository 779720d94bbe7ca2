/// FNV-1a with 64 bits, byte by byte.
struct FNV1a: Hashable, Sendable {
    private(set) var state: UInt64 = 14_695_981_039_346_656_037

    mutating func add(_ byte: UInt8) { add(word: UInt64(byte)) }

    /// Eight bytes at once, which gives another hash than one after the other.
    mutating func add(word: UInt64) { state = (state ^ word) &* 1_099_511_628_211 }
}

/// A hash that is the same on all machines and in all versions of the program: FNV-1a with a mix at the end.
package struct StableHash: Sendable {
    private var hash = FNV1a()

    package init(seed: UInt64 = 0) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { hash.add(UInt8(truncatingIfNeeded: seed >> shift)) }
    }

    package mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { hash.add(byte) }
    }

    /// All bits depend on all bytes, the low ones too.
    package var value: UInt64 {
        var mixed = hash.state
        mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return mixed ^ (mixed >> 33)
    }
}
