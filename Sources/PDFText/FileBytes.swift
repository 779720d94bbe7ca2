internal import CPoppler
internal import Glibc

/// The bytes of one input, read once, with their hash; freed when the last owner goes.
///
/// Poppler and qpdf both read from here, so a file that changes during the run is still seen the same by both.
public final class FileBytes {
    let bytes: OpaquePointer
    /// Lower-case hexadecimal.
    public let sha256: String

    public var count: Int { Int(g_bytes_get_size(bytes)) }

    var buffer: UnsafeRawBufferPointer {
        var size: gsize = 0
        let start = g_bytes_get_data(bytes, &size)
        return UnsafeRawBufferPointer(start: start, count: Int(size))
    }

    /// Reads a whole file.
    ///
    /// - Throws: `unreadable` when the path cannot be opened or read.
    public convenience init(path: String) throws(PDFError) { try self.init(path: Array(path.utf8)) }

    /// Reads a whole file whose path need not be UTF-8.
    public init(path: [UInt8]) throws(PDFError) {
        var contents: UnsafeMutablePointer<CChar>?
        var length: gsize = 0
        var error: UnsafeMutablePointer<GError>?
        let wasRead = (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
            g_file_get_contents($0.baseAddress, &contents, &length, &error) != 0
        }
        guard wasRead, let contents else {
            let reason = error.map { String(cString: $0.pointee.message) } ?? "unknown error"
            g_clear_error(&error)
            throw PDFError(
                .unreadable, "The file cannot be read (\(reason)). Check that it exists and that you may read it.")
        }
        bytes = g_bytes_new_take(contents, length)
        sha256 = FileBytes.hash(bytes)
    }

    /// The same input in another form, such as without its encryption: the hash stays that of the input.
    init(_ data: [UInt8], of original: FileBytes) {
        bytes = data.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
        sha256 = original.sha256
    }

    /// Reads a whole file that is open already, from its beginning.
    ///
    /// - Parameters:
    ///   - descriptor: Its own place in the file stays where it is.
    ///   - sha256: Of the content, which whoever opened the file has made sure of.
    /// - Throws: `unreadable` when it cannot be read.
    package init(descriptor: Int32, sha256: String) throws(PDFError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, let memory = g_try_malloc(max(1, gsize(status.st_size))) else {
            throw PDFError(.unreadable, "The file is too large for the memory that there is. Allow the program more.")
        }
        let size = Int(status.st_size)
        var length = 0
        while length < size {
            let count = pread(descriptor, memory + length, size - length, length)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            length += count
        }
        guard length == size else {
            g_free(memory)
            throw PDFError(.unreadable, "The file became shorter while it was read. Convert it again.")
        }
        bytes = g_bytes_new_take(memory, gsize(length))
        self.sha256 = sha256
    }

    /// Takes over bytes that are already in memory, such as standard input.
    public init(_ data: [UInt8]) {
        bytes = data.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
        sha256 = FileBytes.hash(bytes)
    }

    deinit { g_bytes_unref(bytes) }

    private static func hash(_ bytes: OpaquePointer) -> String {
        guard let text = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes) else { return "" }
        defer { g_free(text) }
        return String(cString: text)
    }
}

/// The hash of a content that comes piece by piece.
package final class ContentHash {
    private let checksum: OpaquePointer?

    package init() { checksum = g_checksum_new(G_CHECKSUM_SHA256) }

    deinit { g_checksum_free(checksum) }

    package func add(_ bytes: UnsafeRawBufferPointer) {
        g_checksum_update(checksum, bytes.bindMemory(to: UInt8.self).baseAddress, gssize(bytes.count))
    }

    /// Lower-case hexadecimal; nothing can be added afterwards.
    package func finish() -> String { g_checksum_get_string(checksum).map { String(cString: $0) } ?? "" }
}
