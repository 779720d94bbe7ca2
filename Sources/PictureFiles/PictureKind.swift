/// The kinds of picture files that can be read, told by how a file begins.
package enum PictureKind: Hashable, Sendable, CaseIterable {
    case jpeg
    case png
    case tiff

    /// Nil for a file of another kind, whatever its name.
    package init?(_ file: UnsafeRawBufferPointer) {
        let kind = Self.allCases.first { kind in kind.beginnings.contains { file.starts(with: $0) } }
        guard let kind else { return nil }
        self = kind
    }

    /// How its files begin.
    private var beginnings: [[UInt8]] {
        switch self {
        case .jpeg: [[0xFF, 0xD8, 0xFF]]
        case .png: [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]]
        // Little and big end first, each with 32 and with 64 bits to a place.
        case .tiff: [[0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43]]
        }
    }
}
