internal import Glibc
internal import Pipeline

/// Keeps workers busy with the inputs of a journal until all are done or the run is to stop.
///
/// One thread waits for all pipes at once. A worker that dies, hangs or takes too much memory is replaced; its document
/// begins anew without the page it was at, or is given up.
final class WorkerPool {
    private let start: WorkerStart
    private let setup: WorkerSetup
    private let limits: BulkLimits
    private let requiresSandbox: Bool
    let journal: RunJournal
    private let queue: InputQueue
    private let reporter: any RunReporter
    private var slots: [WorkerSlot] = []
    private var deadStarts = 0
    private let mostDeadStarts = 5
    private var hasWarned = false
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    /// Seconds between looks at clocks and memory.
    private let watchSeconds = 0.05
    private var lastWatch = 0.0
    /// The kernel's own limit comes first; this is for what it does not count.
    private let memoryTolerance = 1.1

    init(
        program: String, settings: BulkSettings, journal: RunJournal, reporter: any RunReporter
    ) throws(OutputError) {
        start = .program(program)
        self.journal = journal
        self.reporter = reporter
        queue = InputQueue(journal)
        limits = settings.limits
        requiresSandbox = settings.requiresSandbox
        var setup = WorkerSetup(conversion: settings.conversion, memory: settings.limits.memory)
        setup.job = settings.conversion.givesEvidence ? .evidence : .records
        self.setup = setup
        // Whoever reads the progress may go away.
        signal(SIGPIPE, SIG_IGN)
        for _ in 0..<max(1, min(settings.jobs, journal.progress.total)) {
            slots.append(WorkerSlot(writer: try journal.makeWriter()))
        }
    }

    deinit {
        for index in slots.indices { _ = slots[index].process?.end() }
        buffer.deallocate()
    }

    /// - Returns: Whether all was done, not stopped before.
    func run(stop: StopRequests) throws(OutputError) -> Bool {
        defer {
            for index in slots.indices {
                _ = slots[index].process?.end()
                slots[index].process = nil
            }
        }
        while true {
            if stop.take() {
                reporter.stopping(atOnce: stop.count > 1)
                if stop.count > 1 { break }
            }
            let mayStart = stop.count == 0
            // One document for each worker is made ready while the workers have theirs.
            let prepares = mayStart && queue.count < slots.count && !queue.isEmpty
            if prepares { try queue.advance() }
            for index in slots.indices { try feed(index, mayStart: mayStart) }
            if slots.allSatisfy({ $0.task == nil }), queue.isEmpty || !mayStart { break }
            let isHungry = slots.contains { $0.task == nil }
            try wait(for: stop, seconds: prepares && isHungry ? 0 : watchSeconds)
            try watch()
            try journal.flush()
            journal.showProgress(openPages: slots.reduce(0) { $0 + $1.pagesRead })
        }
        for index in slots.indices where slots[index].task != nil { slots[index].writer.rollBack() }
        try journal.flush(isForced: true)
        return stop.count == 0
    }

    /// Gives a slot a document, and a worker to it.
    private func feed(_ index: Int, mayStart: Bool) throws(OutputError) {
        if slots[index].task == nil, mayStart, var task = queue.take() {
            task.start = monotonicSeconds()
            slots[index].task = task
        }
        guard let task = slots[index].task else { return }
        if slots[index].process == nil {
            slots[index].process = try WorkerProcess(start, setup: setup)
            slots[index].started = monotonicSeconds()
            slots[index].isReady = false
            slots[index].documents = 0
        }
        guard slots[index].isReady, !slots[index].isBusy else { return }
        slots[index].receipt = DocumentReceipt(job: setup.job, sha256: task.sha256, limits: limits.receipt)
        slots[index].pagesRead = 0
        slots[index].pageStart = monotonicSeconds()
        slots[index].process?.send(Frame(.document, task.order.payload), with: task.input.descriptor)
    }

    /// Waits for news of the workers and takes it in.
    private func wait(for stop: StopRequests, seconds: Double) throws(OutputError) {
        var waiting: [pollfd] = []
        var owners: [Int] = []
        for (index, slot) in slots.enumerated() {
            guard let process = slot.process else { continue }
            waiting.append(pollfd(fd: process.output, events: Int16(POLLIN), revents: 0))
            waiting.append(pollfd(fd: process.errors, events: Int16(POLLIN), revents: 0))
            owners += [index, index]
            if process.wantsToSend {
                waiting.append(pollfd(fd: process.input, events: Int16(POLLOUT), revents: 0))
                owners.append(index)
            }
        }
        if stop.descriptor >= 0 { waiting.append(pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)) }
        guard poll(&waiting, nfds_t(waiting.count), Int32(seconds * 1000)) > 0 else { return }
        for (entry, index) in zip(waiting, owners) where entry.revents != 0 {
            guard let process = slots[index].process else { continue }
            if entry.fd == process.errors {
                _ = process.listen(buffer)
            } else if entry.fd == process.output {
                try receive(index, process)
            } else if entry.fd == process.input {
                process.flush()
            }
        }
    }

    private func receive(_ index: Int, _ process: WorkerProcess) throws(OutputError) {
        let isOpen = process.fill(buffer)
        do {
            while slots[index].process === process, let frame = try process.next() { try take(frame, index) }
        } catch let error as FrameError {
            try lose(index, code: .crashed, detail: "it sent \(error.message)")
        } catch let error as OutputError {
            throw error
        } catch {
            throw OutputError(description: String(describing: error))
        }
        if !isOpen, slots[index].process === process { try lose(index, code: nil, detail: "") }
    }

    private func take(_ frame: Frame, _ index: Int) throws {
        guard slots[index].isReady else {
            try takeReady(frame)
            slots[index].isReady = true
            deadStarts = 0
            return
        }
        // A worker without a document has nothing to say.
        guard let news = try slots[index].receipt?.take(frame) else {
            throw FrameError(message: "a message out of order")
        }
        switch news {
        case .place(let place):
            if place.stage == .text {
                slots[index].pageStart = monotonicSeconds()
                slots[index].pagesRead = place.page - 1
            }
        case .lines(let lines): try slots[index].writer.append(lines)
        case .done(let outcome): try finish(index, outcome)
        case .markup, .problem: throw FrameError(message: "a message out of order")
        }
    }

    private func takeReady(_ frame: Frame) throws {
        guard frame.kind == .ready, let sandbox = Sandbox(text: frame.payload) else {
            throw FrameError(message: "a message before it was ready")
        }
        guard let warning = sandbox.warning else { return }
        if requiresSandbox { throw OutputError(description: "Nothing is converted. \(warning)") }
        if !hasWarned { reporter.warning(warning) }
        hasWarned = true
    }

    /// A worker has done with its document.
    private func finish(_ index: Int, _ outcome: DocumentOutcome) throws(OutputError) {
        guard let task = slots[index].task else { return }
        if task.input.isUnchanged {
            var outcome = outcome
            if !task.lostPages.isEmpty {
                // Whether there is a form on them nobody knows.
                outcome.failures.removeAll { $0.code == .noForm }
                let isWhole = outcome.pages == 0
                let lost = task.lostPages.sorted { $0.key < $1.key }
                outcome.failures.insert(
                    contentsOf: lost.map { $0.value.fault(limits: limits, isWholeDocument: isWhole) }, at: 0)
            }
            try close(index, task, outcome)
        } else {
            slots[index].writer.rollBack()
            journal.release(task.sha256)
            try journal.finish(task.path, unreadable: OpenInput.change)
        }
        clear(index)
        slots[index].documents += 1
        guard let process = slots[index].process else { return }
        if outcome.isLast || slots[index].documents >= limits.workerDocuments {
            _ = process.end()
            slots[index].process = nil
        }
    }

    private func close(_ index: Int, _ task: DocumentTask, _ outcome: DocumentOutcome) throws(OutputError) {
        let content = ConvertedContent(
            sha256: task.sha256, outcome: outcome, part: slots[index].writer.finish(),
            lostPages: task.lostPages.keys.sorted(),
            seconds: monotonicSeconds() - task.start)
        try journal.finish(task.path, content: content)
    }

    private func clear(_ index: Int) {
        slots[index].task = nil
        slots[index].receipt = nil
        slots[index].pagesRead = 0
    }

    /// Looks at clocks and memory.
    private func watch() throws(OutputError) {
        let now = monotonicSeconds()
        guard now - lastWatch >= watchSeconds else { return }
        lastWatch = now
        for index in slots.indices {
            guard let task = slots[index].task, let process = slots[index].process else { continue }
            if !slots[index].isReady {
                if now - slots[index].started > limits.startSeconds {
                    let detail = "a worker may take \(Self.figure(limits.startSeconds)) s to start"
                    try lose(index, code: .timedOut, detail: detail)
                }
            } else if now - task.start > limits.documentSeconds {
                let detail = "a document may take \(Self.figure(limits.documentSeconds)) s, see --document-seconds"
                try lose(index, code: .timedOut, detail: detail, isFinal: true)
            } else if now - slots[index].pageStart > limits.pageSeconds {
                let what = slots[index].place == nil ? "the opening" : "a page"
                let detail = "\(what) may take \(Self.figure(limits.pageSeconds)) s, see --page-seconds"
                try lose(index, code: .timedOut, detail: detail)
            } else if limits.memory > 0, Double(process.memory) > Double(limits.memory) * memoryTolerance {
                try lose(index, code: .outOfMemory, detail: "")
            }
        }
    }

    private static func figure(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }

    /// A worker is gone or has to go. Its document begins anew without the page it was at, or is given up.
    ///
    /// - Parameters:
    ///   - code: Nil when the worker's end tells.
    ///   - isFinal: A new beginning would not help.
    private func lose(_ index: Int, code: Failure.Code?, detail: String, isFinal: Bool = false) throws(OutputError) {
        guard let process = slots[index].process else { return }
        let end = process.end()
        slots[index].process = nil
        slots[index].writer.rollBack()
        guard slots[index].isReady else {
            deadStarts += 1
            guard deadStarts < mostDeadStarts else {
                throw OutputError(
                    description: "The workers end as soon as they start (\(end.description)). \(end.lastWords)")
            }
            return
        }
        guard slots[index].isBusy, var task = slots[index].task else { return }
        let place = slots[index].place
        slots[index].receipt = nil
        let loss = WorkerLoss(
            code: code ?? (end.ranOut(of: limits.memory) ? .outOfMemory : .crashed), place: place,
            end: end.description, detail: detail)
        if let page = loss.place?.page, !isFinal, task.lostPages.count < limits.mostLostPages {
            task.lostPages[page] = loss
            slots[index].task = task
            return
        }
        var outcome = DocumentOutcome()
        outcome.failures = [loss.fault(limits: limits, isWholeDocument: true)]
        task.lostPages = [:]
        try close(index, task, outcome)
        clear(index)
    }
}
