internal import Glibc

/// A file without a name: it is gone with the last that has it open, even when the program is killed.
final class NamelessFile: Sendable {
    /// What cannot be done, in the system's words.
    struct Failed: Error, Hashable, Sendable {
        let reason: String

        /// Of the call that failed last.
        init() { reason = String(cString: strerror(errno)) }
    }

    let descriptor: Int32

    /// - Parameter folder: On whose disk it lies.
    init(in folder: String) throws(Failed) {
        let path = "\(folder)/zhibiao-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failed() }
        unlink(path)
    }

    /// Takes over a file that is open.
    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// How another reader opens it, with a place of its own.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// Writes all of it at a place, in bytes.
    func write(_ bytes: UnsafeRawBufferPointer, at place: Int) throws(Failed) {
        var rest = bytes[...]
        var place = place
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = pwrite(descriptor, part.baseAddress, part.count, off_t(place))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failed() }
            rest = rest.dropFirst(count)
            place += count
        }
    }

    /// Up to so many bytes; none at the end.
    func read(at place: Int, upTo count: Int) throws(Failed) -> [UInt8] {
        while true {
            var got = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
                got = pread(descriptor, buffer.baseAddress, count, off_t(place))
                used = max(0, got)
            }
            if got >= 0 { return bytes }
            guard errno == EINTR else { throw Failed() }
        }
    }
}
