internal import Glibc
internal import Pipeline

/// What a run has done and has still to do: takes inputs from the ledger and brings results back in batches.
final class RunJournal {
    private let ledger: Ledger
    let parts: PartStore
    private var waiting: [PendingInput] = []
    private var last: [UInt8]?
    private var isExhausted = false
    private let fetchSize = 256

    private var entries: [LedgerEntry] = []
    private var writers: [PartWriter] = []
    /// Contents that are being converted.
    private var claimed: Set<String> = []
    /// Contents whose results are not in the ledger yet.
    private var uncommitted: Set<String> = []
    private var lastFlush = monotonicSeconds()
    private let flushSize = 256
    private let flushSeconds = 0.5

    private(set) var progress: RunProgress
    private let reporter: any RunReporter

    /// Where standard input is kept for the time of the run.
    private let standardInput: [UInt8]

    init(
        ledger: Ledger, parts: PartStore, standardInput: String, reporter: any RunReporter
    ) throws(OutputError) {
        self.standardInput = Array(standardInput.utf8)
        self.ledger = ledger
        self.parts = parts
        self.reporter = reporter
        progress = RunProgress(total: try ledger.pendingCount())
    }

    func makeWriter() throws(OutputError) -> PartWriter {
        let writer = try parts.makeWriter()
        writers.append(writer)
        return writer
    }

    /// The next input; nil when all have been handed out.
    func next() throws(OutputError) -> PendingInput? {
        if waiting.isEmpty, !isExhausted {
            // Reversed, to take from the end.
            waiting = try ledger.pending(after: last, limit: fetchSize).reversed()
            last = waiting.first?.path ?? last
            isExhausted = waiting.count < fetchSize
        }
        return waiting.popLast()
    }

    /// The file that an input is read from.
    func source(of path: [UInt8]) -> [UInt8] { path == InputList.standardInput ? standardInput : path }

    /// Whether this content is still to be converted; it is then the caller's to do so, or to release it.
    func claim(_ sha256: String) throws(OutputError) -> Bool {
        guard !claimed.contains(sha256), !uncommitted.contains(sha256), try !ledger.hasContent(sha256) else {
            return false
        }
        claimed.insert(sha256)
        return true
    }

    func release(_ sha256: String) { claimed.remove(sha256) }

    func finish(_ path: [UInt8], content: ConvertedContent) throws(OutputError) {
        claimed.remove(content.sha256)
        uncommitted.insert(content.sha256)
        progress.pages = progress.pages.addingClamped(content.outcome.pages)
        for fault in content.outcome.failures { report(fault, of: path) }
        if !content.outcome.failures.isEmpty { progress.failures += 1 }
        let name = InputPath.name(of: path)
        reporter.converted(name, status: content.status, pages: content.outcome.pages, seconds: content.seconds)
        try note(.converted(path: path, content))
    }

    func finish(_ path: [UInt8], sameAs sha256: String) throws(OutputError) {
        try note(.same(path: path, sha256: sha256))
    }

    func finish(_ path: [UInt8], unreadable fault: DocumentFault) throws(OutputError) {
        progress.failures += 1
        report(fault, of: path)
        try note(.unreadable(path: path, fault))
    }

    private func report(_ fault: DocumentFault, of path: [UInt8]) {
        reporter.failed(fault.failure(of: InputPath.name(of: path), sha256: nil))
    }

    private func note(_ entry: LedgerEntry) throws(OutputError) {
        entries.append(entry)
        progress.done += 1
        try flush(isForced: entries.count >= flushSize)
    }

    /// Brings results into the ledger when it is time, and the lines they speak of to the disk before.
    func flush(isForced: Bool = false) throws(OutputError) {
        let now = monotonicSeconds()
        guard !entries.isEmpty, isForced || now - lastFlush >= flushSeconds else { return }
        for writer in writers { writer.synchronise() }
        try ledger.commit(entries)
        entries.removeAll(keepingCapacity: true)
        uncommitted.removeAll(keepingCapacity: true)
        lastFlush = monotonicSeconds()
    }

    /// - Parameter openPages: Pages read of documents that are not finished.
    func showProgress(openPages: Int = 0) {
        progress.openPages = openPages
        reporter.progress(progress)
    }
}

/// Seconds of a clock that never goes back.
func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
