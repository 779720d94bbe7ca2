internal import CSandbox
internal import Glibc
internal import Pipeline
internal import ScanReading

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

/// How a worker comes into being.
enum WorkerStart: Hashable, Sendable {
    /// The program at this path, which is zhibiao.
    case program(String)
    /// A copy of this process, which is much faster; another start of this program where it has several threads.
    case copy
}

/// A worker as its run sees it. Nothing here waits for it.
final class WorkerProcess {
    let pid: pid_t
    /// Not blocking.
    let output: Int32
    let errors: Int32
    /// Where messages to the worker go, see `wantsToSend`.
    let input: Int32
    private var outbox = Outbox()
    private var reader = FrameReader()
    private var errorTail: [UInt8] = []
    private let errorTailSize = 4096
    /// Reads scans for the worker, which cannot start it.
    private var engine: EngineProgram?

    /// Starts a worker and tells it its setup.
    init(_ start: WorkerStart, setup: WorkerSetup) throws(OutputError) {
        let (toWorker, fromWorker, words) = (try Self.socketPair(), try Self.pipe(), try Self.pipe())
        defer { for descriptor in [toWorker.theirs, fromWorker.write, words.write] { close(descriptor) } }
        input = toWorker.ours
        output = fromWorker.read
        errors = words.read
        var pid: pid_t = 0
        let error = Self.start(
            start, in: toWorker.theirs, out: fromWorker.write, err: words.write, pid: &pid)
        self.pid = pid
        guard error == 0 else {
            closePipes()
            throw OutputError(description: "A worker cannot be started: \(String(cString: strerror(error))).")
        }
        for descriptor in [output, errors] { _ = zb_do_not_block(descriptor) }
        if setup.conversion.ocr != .never, case .command(let line) = setup.conversion.engine {
            engine = EngineProgram(commandLine: line, errors: words.write)
        }
        send(Frame(.setup, setup.jsonBytes), with: engine?.connection)
        engine?.closeConnection()
    }

    deinit { closePipes() }

    private static func start(_ start: WorkerStart, in: Int32, out: Int32, err: Int32, pid: inout pid_t) -> Int32 {
        switch start {
        case .program(let path): return spawn(path, in: `in`, out: out, err: err, pid: &pid)
        case .copy:
            guard zb_threads() == 1 else { return spawn("/proc/self/exe", in: `in`, out: out, err: err, pid: &pid) }
            let parent = getpid()
            pid = zb_fork(`in`, out, err)
            if pid == 0 { Worker.live(parent: parent) }
            return pid < 0 ? errno : 0
        }
    }

    private static func spawn(_ program: String, in: Int32, out: Int32, err: Int32, pid: inout pid_t) -> Int32 {
        let arguments = ["zhibiao", "worker", "--parent", String(getpid())]
        // Nothing of a crash but the signal is wanted; the tracer that would come could not start in the sandbox.
        let variables = WorkerEnvironment.kept + ["SWIFT_BACKTRACE=enable=no"]
        return withCStrings(arguments) { arguments in
            withCStrings(variables) { variables in
                zb_spawn(program, arguments, variables, `in`, out, err, &pid)
            }
        }
    }

    /// Sends a message, and a descriptor with it, as soon as the worker takes it.
    func send(_ frame: Frame, with descriptor: Int32? = nil) {
        outbox.add(frame.bytes, descriptor: descriptor)
        flush()
    }

    /// Whether there is something that the worker has not taken.
    var wantsToSend: Bool { !outbox.isEmpty }

    /// Sends what the worker takes now. A worker that is gone shows at its output.
    func flush() { outbox.send(to: input) }

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
        engine = nil
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
        guard zb_pipe(&ends) == 0 else { throw noConnection }
        return (ends[0], ends[1])
    }

    private static func socketPair() throws(OutputError) -> (ours: Int32, theirs: Int32) {
        var ends: [Int32] = [0, 0]
        guard zb_socket_pair(&ends) == 0 else { throw noConnection }
        return (ends[0], ends[1])
    }

    private static var noConnection: OutputError {
        OutputError(
            description: "A worker cannot be connected: \(String(cString: strerror(errno))). Use fewer --jobs.")
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { body(UnsafePointer($0.baseAddress!)) }
    }
}

/// Bytes and descriptors on their way to a worker that may not take them.
struct Outbox {
    private var waiting: [(bytes: ArraySlice<UInt8>, descriptor: Int32)] = []

    var isEmpty: Bool { waiting.isEmpty }

    /// - Parameter descriptor: Goes with the first byte; a copy is kept until then.
    mutating func add(_ bytes: [UInt8], descriptor: Int32?) {
        waiting.append((bytes[...], descriptor.map { fcntl($0, F_DUPFD_CLOEXEC, 0) } ?? -1))
    }

    mutating func send(to socket: Int32) {
        while let first = waiting.first {
            let count = first.bytes.withUnsafeBytes { zb_send(socket, $0.baseAddress, $0.count, first.descriptor) }
            guard count > 0 else { return }
            if first.descriptor >= 0 { close(first.descriptor) }
            waiting[0] = (first.bytes.dropFirst(count), -1)
            if waiting[0].bytes.isEmpty { waiting.removeFirst() }
        }
    }
}

/// The variables that a worker gets: what its libraries look at, and nothing that could be a secret.
enum WorkerEnvironment {
    private static let names: Set<String> = ["HOME", "LANG", "LANGUAGE", "PATH", "TMPDIR", "TZ"]
    private static let beginnings = [
        "FC_", "FONTCONFIG_", "GLIBC_", "LC_", "LD_", "LLVM_PROFILE_", "MALLOC_", "OMP_", "ONEDNN_", "OPENVINO_", "OV_",
        "TBB_",
        "TESSDATA_", "XDG_", "ZHIBIAO_FAULTS", "ZHIBIAO_OCR_",
    ]

    /// "NAME=value" for each.
    static var kept: [String] { all.filter { isKept(name(of: $0)) } }

    /// Takes all others from this process, their texts in memory included.
    static func wipeOthers() { for entry in all where !isKept(name(of: entry)) { zb_wipe_variable(name(of: entry)) } }

    static func isKept(_ name: String) -> Bool {
        names.contains(name) || beginnings.contains { name.hasPrefix($0) }
    }

    private static func name(of entry: String) -> String { String(entry.prefix { $0 != "=" }) }

    private static var all: [String] {
        var out: [String] = []
        var entry = environ
        while let text = entry.pointee {
            out.append(String(cString: text))
            entry += 1
        }
        return out
    }
}
