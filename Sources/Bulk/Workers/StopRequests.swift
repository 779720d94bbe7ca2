internal import CSandbox
internal import Glibc

/// Counts the signals that ask this process to stop (SIGINT, SIGTERM, SIGHUP).
final class StopRequests {
    /// Readable when a signal has come; -1 when signals are not watched.
    let descriptor: Int32
    private(set) var count = 0
    private var hasLostTerminal = false

    /// - Parameter isWatching: Else the signals end the process as they always do.
    init(isWatching: Bool) { descriptor = isWatching ? zb_watch_signals() : -1 }

    /// Takes note of what has come.
    ///
    /// - Returns: Whether there was anything new.
    func take() -> Bool {
        guard descriptor >= 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 16)
        let read = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard read > 0 else { return false }
        let before = count
        for number in bytes[..<read] {
            // The kernel and the shell both tell of a lost terminal: that is one request.
            if Int32(number) == SIGHUP {
                if hasLostTerminal { continue }
                hasLostTerminal = true
            }
            count += 1
        }
        return count > before
    }
}
