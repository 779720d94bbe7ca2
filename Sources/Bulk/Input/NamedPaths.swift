internal import Glibc
internal import Pipeline

/// The folders and patterns that a user names, to tell what lies below them, spelt however.
struct NamedPaths: Sendable {
    private var folders: Set<[UInt8]> = []
    private var patterns: Set<[UInt8]> = []
    private let current: [UInt8]

    init() {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let size = buffer.count
        current = getcwd(&buffer, size) == nil ? [] : buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    }

    mutating func add(_ path: [UInt8]) {
        var status = stat()
        if withCString(path, { stat($0, &status) }) == 0 {
            // Files are told by themselves when they are found.
            if status.st_mode & S_IFMT == S_IFDIR { folders.insert(absolute(path)) }
        } else if path.contains(where: { Array("*?[".utf8).contains($0) }) {
            patterns.insert(absolute(path))
        }
    }

    /// Whether a path is below one of them.
    func cover(_ path: [UInt8]) -> Bool {
        let path = absolute(path)
        var cut = path.count
        while cut > 0 {
            let head = Array(path[..<cut])
            if folders.contains(head.isEmpty ? [slash] : head) || matchesPattern(head) { return true }
            cut = head.lastIndex(of: slash) ?? 0
        }
        return folders.contains([slash])
    }

    private func matchesPattern(_ path: [UInt8]) -> Bool {
        patterns.contains { pattern in
            withCString(pattern) { pattern in withCString(path) { fnmatch(pattern, $0, FNM_PATHNAME) == 0 } }
        }
    }

    private var slash: UInt8 { UInt8(ascii: "/") }

    /// From the root, without empty parts and those of a single point.
    private func absolute(_ path: [UInt8]) -> [UInt8] {
        let whole = path.first == slash ? path : current + [slash] + path
        let parts = whole.split(separator: slash).filter { $0 != [UInt8(ascii: ".")] }
        return parts.isEmpty ? [slash] : parts.flatMap { [slash] + $0 }
    }
}
