internal import CSandbox
internal import Glibc
internal import PDFText
public import Pipeline
public import TableRecon

/// Reads single documents in a worker, for the commands that write no archive.
///
/// The worker is a copy of this process in the same sandbox as those of a run; what it says is believed as little. A page
/// that brings it down is left out, the others are read.
public final class ReadingSession {
    /// What the documents are read for.
    public enum Purpose: Hashable, Sendable {
        /// Lines of indicators.
        case indicators
        /// Lines of forms and of their indicators.
        case records
        /// Lines of tables, found in the given way, or in whatever way fits; or of those that are marked.
        case tables(TableMethod?, marks: TableMarks = TableMarks())
        /// Lines of text runs.
        case runs
        /// The page of `inspect`, piece by piece, without its beginning.
        case inspection

        var job: WorkerJob {
            switch self {
            case .indicators, .records: .records
            case .tables(let method, let marks): .tables(method, marks: marks)
            case .runs: .runs
            case .inspection: .inspection
            }
        }
    }

    /// What comes of a document while it is read.
    public enum Piece: Hashable, Sendable {
        /// A line of JSON with the document's name in it and a line feed; checked.
        case line([UInt8])
        /// The line of a form, before those of its indicators; checked, too.
        case form([UInt8])
        case markup([UInt8])
        /// A page is begun, from 1.
        case page(Int)
        /// A sentence about a page, and whether something is missing for it.
        case problem(String, isLoss: Bool)
    }

    /// Thrown where the answer is no longer wanted.
    public struct Unwanted: Error {
        public init() {}
    }

    /// Asked several times a second while a document is read; when it says no, the worker is ended.
    public var isWanted: () -> Bool = { true }

    private let purpose: Purpose
    private let setup: WorkerSetup
    private let limits: BulkLimits
    private let requiresSandbox: Bool
    private let warn: (String) -> Void
    private let start: WorkerStart
    private var process: WorkerProcess?
    private var started = 0.0
    private var isReady = false
    private var hasWarned = false
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    /// Seconds between looks at clocks and memory.
    private let watchSeconds = 0.05

    /// Starts a worker at once.
    ///
    /// - Parameters:
    ///   - warn: Gets a sentence when the sandbox is not whole.
    ///   - program: The path of zhibiao, to be started as a worker; nil for a copy of this process.
    /// - Throws: `OutputError` when there can be no worker.
    public init(
        _ purpose: Purpose, conversion: ConversionSettings, limits: BulkLimits = BulkLimits(),
        requiresSandbox: Bool = false, program: String? = nil, warn: @escaping (String) -> Void
    ) throws(OutputError) {
        self.purpose = purpose
        self.limits = limits
        self.requiresSandbox = requiresSandbox
        self.warn = warn
        start = program.map { .program($0) } ?? .copy
        var setup = WorkerSetup(conversion: conversion, memory: limits.memory)
        setup.job = purpose.job
        setup.isEager = true
        self.setup = setup
        try startWorker()
    }

    deinit {
        _ = process?.end()
        buffer.deallocate()
    }

    /// Reads one document.
    ///
    /// - Parameter onPiece: Gets what comes of it, in order; what it throws ends the reading.
    /// - Returns: What is wrong with the document as a whole, or with pages that brought a worker down.
    /// - Throws: `OutputError` when there can be no worker, or when a whole sandbox is asked for and there is none;
    ///   `Unwanted`. A document that was begun is then forgotten, and another one can be read.
    public func read(_ input: InputFile, onPiece: (Piece) throws -> Void) throws -> [Failure] {
        let task: DocumentTask
        do throws(PDFError) {
            task = try opened(input)
        } catch {
            return [Failure(file: input.name, sha256: nil, stage: .open, code: .init(error), message: error.message)]
        }
        let faults: [DocumentFault]
        do {
            faults = try read(task, name: input.name, onPiece)
        } catch {
            // The worker is in the middle of a document.
            endWorker()
            throw error
        }
        return faults.map { $0.failure(of: input.name, sha256: task.sha256) }
    }

    private func opened(_ input: InputFile) throws(PDFError) -> DocumentTask {
        let file: OpenInput
        switch input {
        case .path(let path): file = try OpenInput(reading: Array(path.utf8))
        case .bytes(let path, _): file = try OpenInput(reading: path)
        case .standardInput: file = try OpenInput(copying: STDIN_FILENO)
        case .opened(let descriptor, _, _): file = try OpenInput(copying: descriptor)
        }
        while true {
            if let sha256 = try file.advance(buffer) { return DocumentTask(input: file, sha256: sha256) }
        }
    }

    /// One attempt after another, each without the pages that brought a worker down.
    private func read(_ first: DocumentTask, name: String, _ onPiece: (Piece) throws -> Void) throws -> [DocumentFault]
    {
        var task = first
        task.start = monotonicSeconds()
        var given = 0
        while true {
            switch try attempt(task, name: name, given: &given, onPiece) {
            case .done(var outcome):
                if outcome.isLast { endWorker() }
                guard task.input.isUnchanged else { return [OpenInput.change] }
                if !task.lostPages.isEmpty { outcome.failures.removeAll { $0.code == .noForm } }
                let lost = task.lostPages.sorted { $0.key < $1.key }
                return lost.map { $0.value.fault(limits: limits, isWholeDocument: outcome.pages == 0) }
                    + outcome.failures
            case .lost(let loss, let isFinal):
                guard let page = loss.place?.page, !isFinal, purpose != .inspection,
                    task.lostPages.count < limits.mostLostPages
                else { return [loss.fault(limits: limits, isWholeDocument: given == 0)] }
                task.lostPages[page] = loss
            }
        }
    }

    /// How an attempt ended.
    private enum Ending {
        case done(DocumentOutcome)
        /// - isFinal: A new attempt would not help.
        case lost(WorkerLoss, isFinal: Bool)
    }

    private func attempt(
        _ task: DocumentTask, name: String, given: inout Int, _ onPiece: (Piece) throws -> Void
    ) throws -> Ending {
        let process = try readyWorker()
        var order = task.order
        if purpose == .inspection { order.name = name }
        process.send(Frame(.document, order.payload), with: task.input.descriptor)
        var receipt = DocumentReceipt(job: purpose.job, sha256: task.sha256, limits: limits.receipt)
        var pageStart = monotonicSeconds()
        var naming = LineNaming(name: name)
        // Lines that an earlier attempt has given already come first, and the same.
        var left = given
        while true {
            let isOpen = listen(to: process)
            do {
                while let frame = try process.next() {
                    switch try receipt.take(frame) {
                    case .place(let place):
                        guard place.stage == .text else { break }
                        pageStart = monotonicSeconds()
                        try onPiece(.page(place.page))
                    case .lines(let lines):
                        try lines.withUnsafeBytes { bytes in
                            try naming.add(bytes) { line, tag in
                                guard purpose != .indicators || tag == .indicator else { return }
                                left -= 1
                                guard left < 0 else { return }
                                given += 1
                                try onPiece(purpose == .records && tag == .form ? .form(line) : .line(line))
                            }
                        }
                    case .markup(let markup):
                        pageStart = monotonicSeconds()
                        try onPiece(.markup(markup))
                    case .problem(let problem): try onPiece(.problem(problem.message, isLoss: problem.isLoss))
                    case .done(let outcome): return .done(outcome)
                    }
                }
            } catch let error as FrameError {
                return lost(receipt, .crashed, "it sent \(error.message)")
            }
            guard isOpen else { return lost(receipt, nil, "") }
            guard isWanted() else { throw Unwanted() }
            if let ending = overdue(task, pageStart, process, receipt) { return ending }
        }
    }

    /// Whether a limit is reached.
    private func overdue(
        _ task: DocumentTask, _ pageStart: Double, _ process: WorkerProcess, _ receipt: DocumentReceipt
    ) -> Ending? {
        let now = monotonicSeconds()
        if now - task.start > limits.documentSeconds {
            let detail = "a document may take \(limits.documentSeconds) s, see --document-seconds"
            return lost(receipt, .timedOut, detail, isFinal: true)
        }
        if now - pageStart > limits.pageSeconds {
            return lost(receipt, .timedOut, "a page may take \(limits.pageSeconds) s, see --page-seconds")
        }
        if limits.memory > 0, process.memory > limits.memory + limits.memory / 10 {
            return lost(receipt, .outOfMemory, "")
        }
        return nil
    }

    /// Waits a moment for news. False when the worker has closed its end.
    private func listen(to process: WorkerProcess) -> Bool {
        var waiting = [
            pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: process.errors, events: Int16(POLLIN), revents: 0),
        ]
        if process.wantsToSend { waiting.append(pollfd(fd: process.input, events: Int16(POLLOUT), revents: 0)) }
        guard poll(&waiting, nfds_t(waiting.count), Int32(watchSeconds * 1000)) > 0 else { return true }
        if waiting.count > 2, waiting[2].revents != 0 { process.flush() }
        if waiting[1].revents != 0 { _ = process.listen(buffer) }
        return waiting[0].revents == 0 || process.fill(buffer)
    }

    private func lost(
        _ receipt: DocumentReceipt, _ code: Failure.Code?, _ detail: String, isFinal: Bool = false
    ) -> Ending {
        let end = endWorker()
        let known = code ?? (end?.ranOut(of: limits.memory) == true ? .outOfMemory : .crashed)
        let loss = WorkerLoss(code: known, place: receipt.place, end: end?.description ?? "", detail: detail)
        return .lost(loss, isFinal: isFinal)
    }

    private func startWorker() throws(OutputError) {
        process = try WorkerProcess(start, setup: setup)
        started = monotonicSeconds()
        isReady = false
    }

    @discardableResult private func endWorker() -> WorkerEnd? {
        defer { process = nil }
        return process?.end()
    }

    /// A worker that takes documents.
    private func readyWorker() throws -> WorkerProcess {
        if process == nil { try startWorker() }
        guard let process else { throw OutputError(description: "There is no worker.") }
        while !isReady {
            let isOpen = listen(to: process)
            if let frame = try? process.next() {
                guard frame.kind == .ready, let sandbox = Sandbox(text: frame.payload) else { break }
                isReady = true
                if let warning = sandbox.warning {
                    if requiresSandbox { throw OutputError(description: "Nothing is read. \(warning)") }
                    if !hasWarned { warn(warning) }
                    hasWarned = true
                }
            } else if !isOpen || monotonicSeconds() - started > limits.startSeconds {
                break
            }
        }
        guard isReady else {
            let end = endWorker()
            throw OutputError(
                description: "The worker ends as soon as it starts (\(end?.description ?? "")). \(end?.lastWords ?? "")"
            )
        }
        return process
    }
}
