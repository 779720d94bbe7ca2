internal import Foundation
internal import Normalize
internal import PDFText
public import Pipeline
internal import Review

/// What a run over many documents came to.
public struct BulkSummary: Sendable {
    /// Of all inputs, those of earlier runs included.
    public var counts = RunCounts()
    /// Inputs that this run looked at, and pages that it read.
    public var looked = 0
    public var pagesRead = 0
    public var seconds = 0.0
    /// False when the run was stopped: the results are then not written.
    public var isComplete = false
    /// What the search left alone.
    public var leftAside = LeftAside()
    /// Lines of the failure list, and the first of them.
    public var failureLines = 0
    /// Of them those that only say that there is no form.
    public var linesWithoutForm = 0
    /// Files of the earlier results that are gone from the folders that were named.
    public var gone = 0
    /// Documents that the corrections speak of and that are not among the inputs, or not with that content.
    public var documentsOnlyCorrected = 0
    public var failures: [Failure] = []

    public init() {}

    /// Whether there is more to tell than results: a document without a form is an answer, unless one is strict.
    public func hasFailed(isStrict: Bool) -> Bool { failureLines > (isStrict ? 0 : linesWithoutForm) }

    mutating func note(_ failure: Failure) {
        failureLines += 1
        if failure.code == .noForm { linesWithoutForm += 1 }
        // So many are kept to be shown.
        if failures.count < 20 { failures.append(failure) }
    }
}

/// Converts an archive into an output folder, goes on where an earlier run ended, and does again only what has changed.
///
/// The results are the same bytes for any number of workers, interrupted or not, in any order of the inputs.
public struct BulkRun {
    private let settings: BulkSettings
    private let reporter: any RunReporter
    private let batchSize = 500
    private let mostMendings = 3

    public init(settings: BulkSettings, reporter: any RunReporter = SilentReporter()) {
        self.settings = settings
        self.reporter = reporter
    }

    /// - Parameter watchesSignals: Whether SIGINT, SIGTERM and SIGHUP end the run instead of the process.
    /// - Throws: `OutputError` when the folder cannot be used, `DictionaryError`. What is wrong with inputs never throws.
    public func convert(_ inputs: InputList, watchesSignals: Bool = false) throws -> BulkSummary {
        try convert(inputs, stop: StopRequests(isWatching: watchesSignals))
    }

    /// As above, with the requests of whoever runs more than once.
    func convert(_ inputs: InputList, stop: StopRequests) throws -> BulkSummary {
        let options = try settings.conversion.options()
        let start = monotonicSeconds()
        let folder = settings.output
        try TextSink.makeFolder(folder)
        try OwnFiles(output: folder).check(isNone: settings.readFiles + inputs.readFiles)
        let lock = try FolderLock(folder: folder)
        defer { lock.release() }
        if settings.isFresh {
            Ledger.remove(from: folder)
            try? FileManager.default.removeItem(atPath: "\(folder)/parts")
        }
        let ledger = try Ledger(folder: folder)
        let parts = try PartStore(folder: "\(folder)/parts")
        try ledger.beginRun(settings: identity, jobs: settings.jobs, shard: settings.shard?.description)
        do {
            try parts.check(against: ledger)
            var spool = Spool(folder: folder)
            defer { spool.remove() }
            var leftAside = LeftAside()
            var named = NamedPaths()
            guard try search(inputs, ledger: ledger, spool: &spool, stop: stop, leftAside: &leftAside, named: &named)
            else {
                reporter.stopping(atOnce: true)
                try ledger.setState("stopped")
                return BulkSummary()
            }
            let gone = try EarlierInputs(ledger: ledger, named: named).settle(settings.earlier, folder: folder)
            try ledger.plan(retryFailed: settings.retriesFailed)
            var summary = BulkSummary()
            summary.leftAside = leftAside
            summary.gone = gone
            var damaged: Set<String> = []
            // Lines that were damaged since they were written are made again; a disk that does so twice is broken.
            for _ in 0..<mostMendings {
                let journal = try RunJournal(
                    ledger: ledger, parts: parts, standardInput: spool.path, reporter: reporter)
                reporter.started(known: try ledger.knownCount(), todo: journal.progress.total)
                do {
                    summary.isComplete = try work(journal, options: options, stop: stop)
                } catch {
                    // What was finished before the disk was full may still find its place in the ledger.
                    try? journal.flush(isForced: true)
                    throw error
                }
                summary.looked += journal.progress.done
                summary.pagesRead += journal.progress.pages
                guard summary.isComplete || settings.writesWhenStopped else { break }
                damaged = try write(&summary, ledger: ledger, parts: parts)
                if damaged.isEmpty { break }
                try ledger.forget(damaged)
            }
            guard damaged.isEmpty else {
                throw OutputError(
                    description: "What is written to \(folder)/parts cannot be read back. Check the disk, or choose "
                        + "another folder with --out.")
            }
            try ledger.setState(summary.isComplete ? "complete" : "stopped")
            summary.counts = try ledger.counts()
            if let corrections = try settings.conversion.corrections.map({ try Corrections($0) }) {
                summary.documentsOnlyCorrected = try corrections.documents.count { try !ledger.hasContent($0) }
            }
            summary.seconds = monotonicSeconds() - start
            return summary
        } catch {
            try? ledger.setState("broken off")
            throw error
        }
    }

    /// Names what the results depend on.
    private var identity: String {
        FileBytes(Array("\(zhibiaoVersion) \(recordsRevision)".utf8) + [0] + settings.conversion.identity).sha256
    }

    /// Notes all inputs in the ledger.
    ///
    /// - Returns: False when the run was asked to stop.
    private func search(
        _ inputs: InputList, ledger: Ledger, spool: inout Spool, stop: StopRequests, leftAside: inout LeftAside,
        named: inout NamedPaths
    ) throws -> Bool {
        var batch: [FoundInput] = []
        var count = 0
        func flush() throws {
            count += batch.count
            try ledger.note(batch)
            batch.removeAll(keepingCapacity: true)
            reporter.searching(found: count)
            if stop.take() { throw Stopped() }
        }
        func note(_ input: FoundInput) throws {
            batch.append(input)
            if batch.count >= batchSize { try flush() }
        }
        do {
            var walker = InputWalker(
                shard: settings.shard, own: OwnFiles(output: settings.output), excluded: inputs.excluded,
                settled: settings.settleSeconds.map { FolderWatch.settled(seconds: $0) })
            defer { leftAside = walker.leftAside }
            for path in inputs.paths {
                named.add(path)
                if path == InputList.standardInput {
                    try note(try spool.standardInput())
                } else {
                    try walker.add(path, found: note)
                }
            }
            try inputs.forEachListed { path in
                named.add(path)
                try walker.add(path, found: note)
            }
            try flush()
            return true
        } catch is Stopped {
            return false
        }
    }

    /// The run was asked to stop in the midst of its search.
    private struct Stopped: Error {}

    private func work(_ journal: RunJournal, options: ConvertOptions, stop: StopRequests) throws -> Bool {
        guard journal.progress.total > 0 else { return true }
        switch settings.isolation {
        case .workers(let program):
            let pool = try WorkerPool(program: program, settings: settings, journal: journal, reporter: reporter)
            return try pool.run(stop: stop)
        case .inProcess:
            let run = InProcessRun(
                converter: DocumentConverter(options: options), journal: journal, reporter: reporter,
                givesEvidence: settings.conversion.givesEvidence,
                corrections: try settings.conversion.corrections.map { try Corrections($0) },
                dictionary: options.dictionary)
            return try run.run(stop: stop)
        }
    }

    private func write(_ summary: inout BulkSummary, ledger: Ledger, parts: PartStore) throws -> Set<String> {
        reporter.merging()
        let output = try OutputFolder(path: settings.output)
        if settings.conversion.givesEvidence { try output.open(.evidence) }
        (summary.failureLines, summary.linesWithoutForm, summary.failures) = (0, 0, [])
        let damaged = try ResultWriter(ledger: ledger, parts: parts, output: output).write { summary.note($0) }
        return damaged
    }
}
