internal import Glibc
internal import Pipeline

/// Converts what comes into folders, time and again, until it is asked to stop; the results are whole after each time.
///
/// A file is taken when nobody has touched it for a while: one that still grows waits.
public struct FolderWatch {
    private var settings: BulkSettings
    private let reporter: any RunReporter
    /// Seconds for which a file must lie still.
    private let settleSeconds: Double
    /// A look at the folders may take this part of the time between two looks.
    private let lookShare = 0.1

    public init(settings: BulkSettings, settleSeconds: Double, reporter: any RunReporter = SilentReporter()) {
        self.settings = settings
        self.settings.settleSeconds = settleSeconds
        self.settings.writesWhenStopped = true
        self.settleSeconds = settleSeconds
        self.reporter = reporter
    }

    /// Runs until SIGINT, SIGTERM or SIGHUP comes.
    ///
    /// - Parameter onResults: Called when results are written; false ends the watch.
    /// - Returns: What the last run came to.
    /// - Throws: As `BulkRun.convert`, and what `onResults` throws.
    public func run(_ inputs: InputList, onResults: (BulkSummary) throws -> Bool) throws -> BulkSummary {
        let stop = StopRequests(isWatching: true)
        var settings = settings
        var summary = BulkSummary()
        var known: UInt64?
        while true {
            let start = monotonicSeconds()
            let found = try fingerprint(of: inputs)
            let lookSeconds = monotonicSeconds() - start
            if found != known {
                summary = try BulkRun(settings: settings, reporter: reporter).convert(inputs, stop: stop)
                known = found
                // What an earlier run left is forgotten once.
                settings.isFresh = false
                guard try onResults(summary) else { break }
            }
            if stop.count > 0 || isStopped(stop, within: max(settleSeconds / 2, lookSeconds / lookShare)) { break }
        }
        return summary
    }

    /// Stands for all files that lie still, with their sizes and times.
    private func fingerprint(of inputs: InputList) throws -> UInt64 {
        var walker = InputWalker(
            shard: settings.shard, own: OwnFiles(output: settings.output), excluded: inputs.excluded,
            settled: Self.settled(seconds: settleSeconds))
        var hash = StableHash()
        func note(_ input: FoundInput) {
            hash.add(input.path)
            for number in [input.stamp?.size ?? -1, input.stamp?.modified ?? -1] {
                withUnsafeBytes(of: number) { hash.add($0) }
            }
        }
        for path in inputs.paths { try walker.add(path, found: note) }
        try inputs.forEachListed { try walker.add($0, found: note) }
        return hash.value
    }

    /// Files that were touched behind this time are still being written, in nanoseconds since 1970.
    static func settled(seconds: Double) -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * nanoseconds + Int64(now.tv_nsec) - Int64(seconds * Double(nanoseconds))
    }

    private static let nanoseconds: Int64 = 1_000_000_000
    private static let milliseconds = 1000.0

    /// Waits, or hears that it is to stop.
    private func isStopped(_ stop: StopRequests, within seconds: Double) -> Bool {
        var waiting = pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, Int32(seconds * Self.milliseconds))
        return stop.take()
    }
}
