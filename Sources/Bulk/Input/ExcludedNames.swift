internal import Glibc
internal import Pipeline

/// Names that a search is to pass by.
///
/// A pattern with `*`, `?` or `[…]`; without a slash it is that of a file or folder at any depth, with one it is that of the
/// path below the folder that was named.
struct ExcludedNames: Sendable {
    let patterns: [[UInt8]]

    /// - Parameter path: Below the folder that was named, or as it was named itself.
    func contains(_ path: ArraySlice<UInt8>) -> Bool {
        guard !patterns.isEmpty else { return false }
        let slash = UInt8(ascii: "/")
        let name = path[(path.lastIndex(of: slash).map { $0 + 1 } ?? path.startIndex)...]
        return patterns.contains { pattern in
            withCString(pattern) { pattern in
                withCString(Array(pattern.isOfName ? name : path)) { fnmatch(pattern, $0, FNM_PATHNAME) == 0 }
            }
        }
    }
}

extension UnsafePointer<CChar> {
    /// Whether a pattern has no slash.
    fileprivate var isOfName: Bool { strchr(self, Int32(UInt8(ascii: "/"))) == nil }
}
