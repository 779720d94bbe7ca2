internal import Pipeline

/// Joins the output folders of runs over shares of an archive to what one run over all of it would have written.
public struct ShardMerger {
    private let output: String

    public init(output: String) { self.output = output }

    /// - Parameter folders: All shares of one number, each with the ledger of a run that is complete.
    /// - Throws: `OutputError` when a folder is not complete, when they were made with different settings, or when the
    ///   output cannot be written.
    public func merge(_ folders: [String]) throws -> BulkSummary {
        var sources: [(ledger: Ledger, folder: String)] = []
        for folder in folders { sources.append((try ledger(of: folder), folder)) }
        let settings = try sources.map { try $0.ledger.lastSettings() ?? "" }
        for (source, other) in zip(sources, settings) where other != settings[0] {
            throw OutputError(
                description: "\(sources[0].folder) and \(source.folder) were made with different settings or by "
                    + "different versions. Convert one of them again with the settings of the other.")
        }
        try ShareSet(try sources.map { ($0.folder, try $0.ledger.lastShard()) }).check()
        let start = monotonicSeconds()
        try TextSink.makeFolder(output)
        try OwnFiles(output: output).check(
            isNone: folders.filter { !Self.isSame($0, output) }.flatMap(RunResults.files))
        let lock = try FolderLock(folder: output)
        defer { lock.release() }
        if let existing = try? Ledger(folder: output, isReadOnly: true), try existing.counts().inputs > 0 {
            throw OutputError(
                description: "\(output) holds the results of another run. Choose a new folder with --out.")
        }
        Ledger.remove(from: output)
        let ledger = try Ledger(folder: output)
        let parts = try PartStore(folder: "\(output)/parts")
        try ledger.beginRun(settings: settings.first ?? "", jobs: 0, shard: nil)
        let writer = try parts.makeWriter()
        for source in sources {
            let theirs = try PartStore(folder: "\(source.folder)/parts")
            try ledger.adopt(source.ledger, parts: theirs, writer: writer)
        }
        var summary = BulkSummary()
        let results = ResultWriter(ledger: ledger, parts: parts, output: try OutputFolder(path: output))
        let damaged = try results.write { failure in
            summary.note(failure)
        }
        guard damaged.isEmpty else {
            throw OutputError(description: "What was written to \(output) cannot be read back. Check the disk.")
        }
        try ledger.setState("complete")
        summary.counts = try ledger.counts()
        summary.isComplete = true
        summary.seconds = monotonicSeconds() - start
        return summary
    }

    private static func isSame(_ folder: String, _ other: String) -> Bool {
        FileIdentity(path: folder) == FileIdentity(path: other)
    }

    private func ledger(of folder: String) throws -> Ledger {
        guard RunStatus.hasLedger(folder) else {
            throw OutputError(description: "\(folder) is not the output folder of a run: it has no ledger.sqlite.")
        }
        let ledger = try Ledger(folder: folder, isReadOnly: true)
        let pending = try ledger.counts().pending
        guard pending == 0 else {
            throw OutputError(
                description: "\(folder) is not complete: \(pending) files are not converted yet. "
                    + "Run its command again first.")
        }
        guard try ledger.lastState() == "complete" else {
            throw OutputError(
                description: "\(folder) is not complete: its last run was broken off. Run its command again first.")
        }
        return ledger
    }
}
