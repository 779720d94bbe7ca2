internal import Glibc
internal import Pipeline

/// Keeps a PDF from standard input where workers can read it, until the run has ended.
struct Spool {
    let path: String
    private var isUsed = false

    static let name = ".standard-input.pdf"

    /// What a run that was killed has left is taken away.
    init(folder: String) {
        path = "\(folder)/\(Self.name)"
        unlink(path)
    }

    /// Reads standard input to its end.
    mutating func standardInput() throws(OutputError) -> FoundInput {
        isUsed = true
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        defer { if file >= 0 { close(file) } }
        var size: Int64 = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while file >= 0 {
            let count = chunk.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                // The time of the run for that of the change: standard input is always new.
                var now = timespec()
                clock_gettime(CLOCK_REALTIME, &now)
                let modified = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
                return FoundInput(path: InputList.standardInput, stamp: FileStamp(size: size, modified: modified))
            }
            size += Int64(count)
            guard writeAll(Array(chunk[..<count]), to: file) else { break }
        }
        throw OutputError(description: "\(path) cannot be written: \(String(cString: strerror(errno))).")
    }

    func remove() { if isUsed { unlink(path) } }
}
