internal import Glibc

/// The three descriptors that a program starts with, which need not be there.
public enum StandardStreams {
    /// What a program does first: no write into a pipe that nobody reads ends it without a word, no descriptor is
    /// missing, and what shall end it is not held back by who has started it, as helper threads of programs do.
    public static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        openMissing()
        var ends = sigset_t()
        sigemptyset(&ends)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ends, number) }
        sigprocmask(SIG_UNBLOCK, &ends, nil)
    }

    /// Opens those of the descriptors 0 to 2 that are closed: else the next file that is opened would be taken for
    /// one of them, and messages would go into it.
    ///
    /// A closed standard output becomes one that can't be written to: results are not lost in silence.
    private static func openMissing() {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest number that is free is this one.
            _ = open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
        }
    }

    /// Says something on standard error. Where nobody can hear it, it is lost without harm.
    public static func say(_ text: String) {
        let bytes = Array(text.utf8)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                var waiting = pollfd(fd: 2, events: Int16(POLLOUT), revents: 0)
                // A terminal that is held may not hold the run.
                guard poll(&waiting, 1, 1000) > 0 else { return }
                continue
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Prints something on standard output, at once.
    ///
    /// - Throws: `OutputError` when it can't be written.
    public static func print(_ text: String) throws(OutputError) {
        let sink = try TextSink(path: nil)
        try sink.write(text)
        try sink.finish()
    }
}
