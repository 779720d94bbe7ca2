internal import CPoppler

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
