internal import CSandbox
internal import Glibc
internal import PDFText
internal import Pipeline

/// A document that the run has opened and hashes, piece by piece. Workers get its descriptor, never a path.
final class OpenInput {
    let path: [UInt8]
    let descriptor: Int32
    private let stamp: Stamp
    private var offset = 0
    private let hash = ContentHash()

    /// What changes with a file's content.
    private struct Stamp: Hashable {
        var size: Int
        var modified: [Int]

        init(_ status: stat) {
            size = Int(status.st_size)
            modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        }
    }

    /// Opens a regular file.
    ///
    /// - Parameter path: As it stands in the results.
    /// - Throws: `unreadable` for what cannot be opened or is no regular file; a pipe never makes the run wait.
    init(_ source: [UInt8], path: [UInt8]) throws(PDFError) {
        let opened = withCString(source) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
        guard opened >= 0 else { throw Self.unreadable(String(cString: strerror(errno))) }
        stamp = try Self.stamp(of: opened)
        descriptor = opened
        self.path = path
    }

    /// Opens what a user has named: a regular file as it is, of anything else, such as a pipe, a copy in memory.
    ///
    /// - Throws: `unreadable`.
    convenience init(reading path: [UInt8]) throws(PDFError) {
        var status = stat()
        let isStream = withCString(path) { stat($0, &status) } == 0 && status.st_mode & S_IFMT != S_IFREG
        guard isStream else {
            try self.init(path, path: path)
            return
        }
        let stream = withCString(path) { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
        guard stream >= 0 else { throw Self.unreadable(String(cString: strerror(errno))) }
        defer { close(stream) }
        try self.init(copying: stream)
    }

    /// Takes a copy in memory of all that can be read from a descriptor. Waits for its end.
    init(copying stream: Int32) throws(PDFError) {
        let memory = zb_memory_file()
        guard memory >= 0 else { throw Self.unreadable(String(cString: strerror(errno))) }
        defer { close(memory) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(stream, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0, writeAll(Array(chunk[..<max(0, count)]), to: memory) else {
                throw Self.unreadable(String(cString: strerror(errno)))
            }
            if count == 0 { break }
        }
        // Nothing can be written by this one.
        let readable = open("/proc/self/fd/\(memory)", O_RDONLY | O_CLOEXEC)
        guard readable >= 0 else { throw Self.unreadable(String(cString: strerror(errno))) }
        stamp = try Self.stamp(of: readable)
        descriptor = readable
        path = []
    }

    deinit { close(descriptor) }

    /// Of a regular file; the descriptor of anything else is closed.
    private static func stamp(of descriptor: Int32) throws(PDFError) -> Stamp {
        do throws(PDFError) {
            return Stamp(try status(of: descriptor))
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func status(of descriptor: Int32) throws(PDFError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable("it is no regular file") }
        return status
    }

    private static func unreadable(_ reason: String) -> PDFError {
        PDFError(.unreadable, "The file cannot be read (\(reason)). Check that it exists and that you may read it.")
    }

    /// Hashes the next piece.
    ///
    /// - Returns: The hash, in lower-case hexadecimal, when there is no more; else nil.
    func advance(_ buffer: UnsafeMutableRawBufferPointer) throws(PDFError) -> String? {
        let count = pread(descriptor, buffer.baseAddress, buffer.count, offset)
        if count < 0, errno == EINTR { return nil }
        guard count >= 0 else { throw Self.unreadable(String(cString: strerror(errno))) }
        hash.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        offset += count
        return count == 0 || offset >= stamp.size ? hash.finish() : nil
    }

    /// Whether the file is as it was when it was opened.
    var isUnchanged: Bool { (try? Self.status(of: descriptor)).map { Stamp($0) == stamp } ?? false }

    /// What is said of a file that is not.
    static let change = DocumentFault(
        stage: .open, code: .unreadable, message: "The file was changed while it was read. Convert it again.")
}
