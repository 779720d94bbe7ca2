internal import Glibc

/// One output: the only place that opens files for results.
///
/// A regular file is written under a hidden name beside it and takes its name when it is complete: a run that dies
/// leaves what was there before. Links are written through; what is no regular file is written into. An output that
/// is an input is refused.
package final class OutputFile {
    /// As the user named it.
    private let name: String
    private let target: OutputTarget
    private var descriptor: Int32
    /// Where a regular file grows; nil for a stream.
    private let partial: String?
    private var isFinished = false

    /// - Parameters:
    ///   - path: Nil for standard output.
    ///   - inputs: Files that must not be written over.
    ///   - isAlone: No other program writes there: one hidden name will do, and what a kill left is written over.
    package init(path: String?, inputs: [InputFile] = [], isAlone: Bool = false) throws(OutputError) {
        name = path ?? "Standard output"
        target = try OutputTarget(path: path, inputs: inputs)
        switch target {
        case .standardOutput:
            (descriptor, partial) = (1, nil)
        case .stream(let path):
            partial = nil
            descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
        case .file(let path, let mode):
            let hidden = Self.hiddenName(of: path, isAlone: isAlone)
            partial = hidden
            unlink(hidden)
            descriptor = open(hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0, let mode { fchmod(descriptor, mode) }
        }
        guard descriptor >= 0 else { throw failure("cannot be written") }
    }

    deinit {
        if descriptor > 2 { close(descriptor) }
        // Still there only when the run ended early.
        if let partial, !isFinished { unlink(partial) }
    }

    /// A name of at most 255 bytes, as file systems have it.
    private static func hiddenName(of path: String, isAlone: Bool) -> String {
        let folder = OutputTarget.folder(of: path)
        let name = path.dropFirst(folder.count)
        let short = name.utf8.count > 200 ? String(name.unicodeScalars.prefix(50)) : String(name)
        return folder + "." + short + (isAlone ? "" : ".\(getpid())") + ".partial"
    }

    package func write(_ bytes: [UInt8]) throws(OutputError) {
        guard writeAll(bytes, to: descriptor) else { throw failure("cannot be written") }
    }

    /// A file that another library may write the content to; `takeScratch` follows.
    package func scratch() throws(OutputError) -> String {
        if let partial { return partial }
        var template = Array("/tmp/zhibiao-XXXXXX".utf8CString)
        let opened = mkstemp(&template)
        guard opened >= 0 else { throw failure("cannot be written") }
        close(opened)
        return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// Takes over what the library has written.
    package func takeScratch(_ path: String) throws(OutputError) {
        guard path != partial else { return }
        defer { unlink(path) }
        let reader = open(path, O_RDONLY | O_CLOEXEC)
        guard reader >= 0 else { throw failure("cannot be written") }
        defer { close(reader) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(reader, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            try write(Array(chunk[..<count]))
        }
    }

    /// Puts a file in its place.
    ///
    /// - Parameter isSynchronised: Wait for the disk, so that a power cut can't leave the name on an empty file.
    package func finish(isSynchronised: Bool = false) throws(OutputError) {
        guard !isFinished else { return }
        if isSynchronised { fsync(descriptor) }
        guard let partial, case .file(let path, _) = target else {
            isFinished = true
            return
        }
        // Some file systems say only now that there was no room.
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isClosed else { throw failure("cannot be written") }
        guard rename(partial, path) == 0 else { throw failure("cannot be replaced") }
        isFinished = true
    }

    private func failure(_ what: String) -> OutputError {
        let (number, reason) = (errno, String(cString: strerror(errno)))
        let advice =
            switch number {
            case ENOSPC, EDQUOT, EFBIG: "Is the disk full? Make room and run the same command again."
            case EPIPE: "The program that reads it has ended."
            case EBADF: "It is closed; send it to a file or a pipe."
            default: "Check that you may write there, or choose another place."
            }
        return OutputError(description: "\(name.shown) \(what): \(reason). \(advice)")
    }
}
