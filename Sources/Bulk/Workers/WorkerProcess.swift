internal import CSandbox
internal import Glibc
internal import Pipeline

/// How a worker ended.
struct WorkerEnd: Hashable, Sendable {
    enum Way: Hashable, Sendable {
        case signal(Int32)
        case exit(Int32)
    }

    var way: Way
    /// The most memory that it had, in bytes.
    var peakMemory: UInt64
    /// The last that it said.
    var lastWords: String

    /// Such as "signal 11, SIGSEGV" or "exit status 1".
    var description: String {
        switch way {
        case .signal(let number): "signal \(number)" + (Self.names[number].map { ", \($0)" } ?? "")
        case .exit(let status): "exit status \(status)"
        }
    }

    private static let names: [Int32: String] = [
        SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGILL: "SIGILL", SIGKILL: "SIGKILL",
        SIGSEGV: "SIGSEGV", SIGSYS: "SIGSYS", SIGTERM: "SIGTERM", SIGTRAP: "SIGTRAP",
    ]

    /// Whether memory was what it died of: it had nearly all that it may have, or said so.
    func ranOut(of limit: UInt64) -> Bool {
        guard limit > 0 else { return false }
        if peakMemory >= limit / 10 * 9 { return true }
        let words = lastWords.lowercased()
        return ["out of memory", "bad_alloc", "failed to allocate", "cannot allocate memory", "could not allocate"]
            .contains { words.contains($0) }
    }
}

/// A worker as its run sees it.
final class WorkerProcess {
    let pid: pid_t
    /// Not blocking.
    let output: Int32
    let errors: Int32
    private let input: Int32
    private var reader = FrameReader()
    private var errorTail: [UInt8] = []
    private let errorTailSize = 4096

    /// Starts a worker and tells it its setup.
    ///
    /// - Parameter program: The path of zhibiao.
    init(program: String, setup: WorkerSetup) throws(OutputError) {
        let (toWorker, fromWorker, words) = (try Self.pipe(), try Self.pipe(), try Self.pipe())
        var pid: pid_t = 0
        let arguments = ["zhibiao", "worker", "--parent", String(getpid())]
        // Nothing of a crash but the signal is wanted; the tracer that would come could not start in the sandbox.
        let variables = Self.variables().filter { !$0.hasPrefix("SWIFT_BACKTRACE=") } + ["SWIFT_BACKTRACE=enable=no"]
        let error = Self.withCStrings(arguments) { arguments in
            Self.withCStrings(variables) { variables in
                zb_spawn(program, arguments, variables, toWorker.read, fromWorker.write, words.write, &pid)
            }
        }
        close(toWorker.read)
        close(fromWorker.write)
        close(words.write)
        self.pid = pid
        input = toWorker.write
        output = fromWorker.read
        errors = words.read
        guard error == 0 else {
            closePipes()
            throw OutputError(
                description: "A worker cannot be started from \(program): \(String(cString: strerror(error))).")
        }
        for descriptor in [output, errors] { _ = zb_do_not_block(descriptor) }
        _ = send(Frame(.setup, setup.jsonBytes))
    }

    deinit { closePipes() }

    /// - Returns: False when the worker no longer listens.
    func send(_ frame: Frame) -> Bool { writeAll(frame.bytes, to: input) }

    /// Reads what has come. False when the worker has closed its end.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Bool {
        while true {
            let count = read(output, buffer.baseAddress, buffer.count)
            if count > 0 {
                reader.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                return true
            }
            if count < 0, errno == EINTR { continue }
            return count < 0 && errno == EAGAIN
        }
    }

    func next() throws(FrameError) -> Frame? { try reader.next() }

    /// Keeps the last of what the worker says on its standard error; the rest is forgotten.
    func listen(_ buffer: UnsafeMutableRawBufferPointer) -> Bool {
        let count = read(errors, buffer.baseAddress, buffer.count)
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) }
        errorTail += UnsafeRawBufferPointer(rebasing: buffer[..<count]).suffix(errorTailSize)
        if errorTail.count > errorTailSize { errorTail.removeFirst(errorTail.count - errorTailSize) }
        return true
    }

    /// Memory of its own in bytes, without files that are only looked at; 0 when it is gone.
    var memory: UInt64 {
        guard let file = fopen("/proc/\(pid)/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let fields = line.prefix { $0 != 0 }.split(separator: 0x20).map { part in
            part.reduce(UInt64(0)) { sum, digit in
                (0x30...0x39).contains(digit) ? sum &* 10 &+ UInt64(digit - 0x30) : sum
            }
        }
        guard fields.count >= 3, fields[1] >= fields[2] else { return 0 }
        return (fields[1] - fields[2]) * UInt64(getpagesize())
    }

    /// Ends the worker, unless it has ended, and sees to it that no zombie is left.
    func end() -> WorkerEnd {
        kill(pid, SIGKILL)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 1) { buffer in
            while listen(buffer), errorTail.count < errorTailSize { if !hasMoreWords { break } }
        }
        let signal = status & 0x7F
        return WorkerEnd(
            way: signal != 0 ? .signal(signal) : .exit(status >> 8 & 0xFF),
            peakMemory: UInt64(usage.ru_maxrss) * 1024, lastWords: String(decoding: errorTail, as: UTF8.self))
    }

    private var hasMoreWords: Bool {
        var waiting = pollfd(fd: errors, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLIN) != 0
    }

    private func closePipes() { for descriptor in [input, output, errors] { close(descriptor) } }

    private static func pipe() throws(OutputError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard zb_pipe(&ends) == 0 else {
            throw OutputError(
                description: "No pipe can be made for a worker: \(String(cString: strerror(errno))). Use fewer --jobs.")
        }
        return (ends[0], ends[1])
    }

    private static func variables() -> [String] {
        var out: [String] = []
        var entry = environ
        while let text = entry.pointee {
            out.append(String(cString: text))
            entry += 1
        }
        return out
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { body(UnsafePointer($0.baseAddress!)) }
    }
}
