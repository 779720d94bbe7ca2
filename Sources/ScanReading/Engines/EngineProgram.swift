internal import CSandbox
internal import Glibc
internal import PageImage
internal import PageModel

/// A program that reads lines of text, started in a session of its own: it ends with all that it has started, when the
/// last owner lets go of it or when this process is gone, however that came.
package final class EngineProgram {
    private let keeper: pid_t
    /// What the keeper waits for the end of.
    private var lifeline: Int32 = -1
    /// Its standard input and output, both ways; to be handed on or to be talked over. A socket instead of pipes:
    /// writing to a program that has died is then an error, not a signal.
    package private(set) var connection: Int32 = -1

    /// - Parameters:
    ///   - arguments: The program, looked up on PATH, and its arguments; not empty.
    ///   - errors: A descriptor for its standard error; nil for that of this process.
    /// - Returns: nil when the program cannot be started.
    init?(arguments: [String], errors: Int32? = nil) {
        var ends: [Int32] = [-1, -1]
        let stream = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, stream, 0, &ends) == 0 else { return nil }
        defer { close(ends[1]) }
        var pointers = arguments.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        pointers.append(nil)
        keeper = zb_start_kept(pointers, ends[1], errors ?? STDERR_FILENO, &lifeline)
        guard keeper > 0 else {
            close(ends[0])
            return nil
        }
        connection = ends[0]
    }

    /// - Parameter commandLine: As behind `command:`.
    /// - Returns: nil when it cannot be understood, or the program cannot be started.
    package convenience init?(commandLine: String, errors: Int32) {
        guard let arguments = CommandRecognizer.words(of: commandLine), !arguments.isEmpty else { return nil }
        self.init(arguments: arguments, errors: errors)
    }

    deinit {
        closeConnection()
        guard keeper > 0 else { return }
        close(lifeline)
        while waitpid(keeper, nil, 0) == -1 && errno == EINTR {}
    }

    /// Leaves the talking to the process that has got the connection.
    package func closeConnection() {
        if connection >= 0 { close(connection) }
        connection = -1
    }
}

/// Asks a program line by line.
final class EngineConnection {
    /// Nil for a program that another process has started.
    private let program: EngineProgram?
    private let socket: Int32
    private var received: [UInt8] = []

    enum Failure: Error {
        /// It ended, or closed its output.
        case ended
        case timeout
    }

    init(_ program: EngineProgram) {
        self.program = program
        socket = program.connection
    }

    /// - Parameter socket: Is closed with the last owner.
    init(socket: Int32) {
        program = nil
        self.socket = socket
    }

    deinit { if program == nil { close(socket) } }

    /// Sends one line and waits for one line.
    ///
    /// - Parameters:
    ///   - line: Without the line end.
    ///   - seconds: For both together.
    func ask(_ line: String, seconds: Double) throws(Failure) -> [UInt8] {
        let deadline = Self.now() + seconds
        var rest = Array(line.utf8)[...]
        rest.append(UInt8(ascii: "\n"))
        while !rest.isEmpty {
            try wait(for: POLLOUT, until: deadline)
            let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Self.sendFlags) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EAGAIN && errno != EINTR {
                throw .ended
            }
        }
        while true {
            if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
                let answer = Array(received[..<end])
                received.removeSubrange(...end)
                return answer
            }
            try wait(for: POLLIN, until: deadline)
            var chunk = [UInt8](repeating: 0, count: 65536)
            let count = chunk.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
            if count > 0 {
                received.append(contentsOf: chunk[..<count])
            } else if count == 0 || errno != EINTR {
                throw .ended
            }
        }
    }

    private static var sendFlags: Int32 { Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT) }

    private func wait(for event: Int32, until deadline: Double) throws(Failure) {
        while true {
            let left = deadline - Self.now()
            guard left > 0 else { throw .timeout }
            var entry = pollfd(fd: socket, events: Int16(event), revents: 0)
            let ready = poll(&entry, 1, Int32(min(left * 1000 + 1, 1_000_000)))
            if ready > 0 { return }
            if ready < 0 && errno != EINTR { throw .ended }
        }
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
