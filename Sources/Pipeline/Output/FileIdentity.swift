package import Glibc

/// What file a name or descriptor stands for, whatever the name: its device and its number there.
public struct FileIdentity: Hashable, Sendable {
    package let device: UInt64
    package let number: UInt64

    package init(_ status: stat) {
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }

    /// Of the file that a path leads to, links followed; nil when there is none.
    package init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }
}

extension InputFile {
    /// Nil for what has no content that could be written over: a pipe, a terminal, a file that is not there.
    package var identity: FileIdentity? {
        var status = stat()
        let isThere =
            switch self {
            case .path(let path): stat(path, &status) == 0
            case .bytes(let path, _): withCString(path) { stat($0, &status) } == 0
            case .opened(let descriptor, _, _): fstat(descriptor, &status) == 0
            case .standardInput: fstat(0, &status) == 0
            }
        guard isThere, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileIdentity(status)
    }
}

/// Hands out bytes as a C string: paths need not be UTF-8.
package func withCString<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    // The zero at the end makes sure that there is a first byte.
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { body($0.baseAddress!) }
}
