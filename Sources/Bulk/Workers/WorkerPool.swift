internal import Glibc
internal import Pipeline

/// Keeps workers busy with the inputs of a journal until all are done or the run is to stop.
///
/// One thread waits for all pipes at once. A worker that dies, hangs or takes too much memory is replaced; its document
/// begins anew without the page it was at, or is given up.
final class WorkerPool {
    private let program: String
    private let setup: WorkerSetup
    private let limits: BulkLimits
    let journal: RunJournal
    private let reporter: any RunReporter
    private var slots: [WorkerSlot] = []
    private var deadStarts = 0
    private let mostDeadStarts = 5
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    /// Seconds between looks at clocks and memory.
    private let watchSeconds = 0.05
    private var lastWatch = 0.0
    /// The kernel's own limit comes first; this is for what it does not count.
    private let memoryTolerance = 1.1

    init(
        program: String, settings: BulkSettings, journal: RunJournal, reporter: any RunReporter
    ) throws(OutputError) {
        self.program = program
        self.journal = journal
        self.reporter = reporter
        limits = settings.limits
        setup = WorkerSetup(conversion: settings.conversion, memory: settings.limits.memory)
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
            for index in slots.indices { try feed(index, mayStart: stop.count == 0) }
            if slots.allSatisfy({ $0.task == nil }) { break }
            try wait(for: stop)
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
        if slots[index].task == nil, mayStart, let input = try journal.next() {
            slots[index].task = DocumentTask(path: input.path)
        }
        guard let task = slots[index].task else { return }
        if slots[index].process == nil {
            slots[index].process = try WorkerProcess(program: program, setup: setup)
            slots[index].isReady = false
            slots[index].documents = 0
        }
        guard slots[index].isReady, !slots[index].isBusy else { return }
        slots[index].isBusy = true
        slots[index].place = nil
        slots[index].pagesRead = 0
        slots[index].pageStart = monotonicSeconds()
        let order = WorkerOrder(path: journal.source(of: task.path), skippedPages: Set(task.lostPages.keys))
        _ = slots[index].process?.send(Frame(.document, order.payload))
    }

    /// Waits for news of the workers and takes it in.
    private func wait(for stop: StopRequests) throws(OutputError) {
        var waiting: [pollfd] = []
        var owners: [Int] = []
        for (index, slot) in slots.enumerated() {
            guard let process = slot.process else { continue }
            waiting.append(pollfd(fd: process.output, events: Int16(POLLIN), revents: 0))
            waiting.append(pollfd(fd: process.errors, events: Int16(POLLIN), revents: 0))
            owners += [index, index]
        }
        if stop.descriptor >= 0 { waiting.append(pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)) }
        guard poll(&waiting, nfds_t(waiting.count), Int32(watchSeconds * 1000)) > 0 else { return }
        for (entry, index) in zip(waiting, owners) where entry.revents != 0 {
            guard let process = slots[index].process else { continue }
            if entry.fd == process.errors {
                _ = process.listen(buffer)
            } else if entry.fd == process.output {
                try receive(index, process)
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
        switch frame.kind {
        case .ready:
            slots[index].isReady = true
            deadStarts = 0
        case .hashed:
            guard slots[index].isBusy, frame.payload.count == 64 else {
                throw FrameError(message: "a hash out of order")
            }
            try answer(index, sha256: String(decoding: frame.payload, as: UTF8.self))
        case .page:
            guard slots[index].isBusy, let place = WorkerPlace(payload: frame.payload) else {
                throw FrameError(message: "a page out of order")
            }
            if place.page != slots[index].place?.page { slots[index].pageStart = monotonicSeconds() }
            slots[index].place = place
            if place.stage == .text { slots[index].pagesRead = place.page - 1 }
        case .lines:
            guard slots[index].task?.sha256 != nil else { throw FrameError(message: "lines out of order") }
            try slots[index].writer.append(frame.payload)
        case .done:
            guard slots[index].isBusy, let outcome = DocumentOutcome(jsonBytes: frame.payload) else {
                throw FrameError(message: "a result out of order")
            }
            try finish(index, outcome)
        default: throw FrameError(message: "a message out of order")
        }
    }

    private func answer(_ index: Int, sha256: String) throws(OutputError) {
        var isWanted = true
        if slots[index].task?.sha256 != sha256 {
            if let earlier = slots[index].task?.sha256 { journal.release(earlier) }
            isWanted = try journal.claim(sha256)
            slots[index].task?.sha256 = isWanted ? sha256 : nil
            slots[index].task?.isSame = !isWanted
        }
        if !isWanted, let path = slots[index].task?.path { try journal.finish(path, sameAs: sha256) }
        _ = slots[index].process?.send(Frame(isWanted ? .convert : .skip))
    }

    /// A worker has done with its document.
    private func finish(_ index: Int, _ outcome: DocumentOutcome) throws(OutputError) {
        guard let task = slots[index].task else { return }
        if let sha256 = task.sha256 {
            var outcome = outcome
            if !task.lostPages.isEmpty {
                // Whether there is a form on them nobody knows.
                outcome.failures.removeAll { $0.code == .noForm }
                let isWhole = outcome.pages == 0
                let lost = task.lostPages.sorted { $0.key < $1.key }
                outcome.failures.insert(
                    contentsOf: lost.map { $0.value.fault(limits: limits, isWholeDocument: isWhole) }, at: 0)
            }
            try close(index, task, sha256: sha256, outcome)
        } else if !task.isSame {
            slots[index].writer.rollBack()
            let fault =
                outcome.failures.first
                ?? DocumentFault(stage: .open, code: .unreadable, message: "The file cannot be read.")
            try journal.finish(task.path, unreadable: fault)
        }
        clear(index)
        slots[index].documents += 1
        guard let process = slots[index].process else { return }
        if outcome.isLast || slots[index].documents >= limits.workerDocuments {
            _ = process.end()
            slots[index].process = nil
        }
    }

    private func close(
        _ index: Int, _ task: DocumentTask, sha256: String, _ outcome: DocumentOutcome
    ) throws(OutputError) {
        let content = ConvertedContent(
            sha256: sha256, outcome: outcome, part: slots[index].writer.finish(),
            lostPages: task.lostPages.keys.sorted(),
            seconds: monotonicSeconds() - task.start)
        try journal.finish(task.path, content: content)
    }

    private func clear(_ index: Int) {
        slots[index].task = nil
        slots[index].isBusy = false
        slots[index].place = nil
        slots[index].pagesRead = 0
    }

    /// Looks at clocks and memory.
    private func watch() throws(OutputError) {
        let now = monotonicSeconds()
        guard now - lastWatch >= watchSeconds else { return }
        lastWatch = now
        for index in slots.indices {
            guard slots[index].isBusy, let task = slots[index].task, let process = slots[index].process else {
                continue
            }
            if now - task.start > limits.documentSeconds {
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
        if !slots[index].isReady {
            deadStarts += 1
            guard deadStarts < mostDeadStarts else {
                throw OutputError(
                    description: "The workers end as soon as they start (\(end.description)). \(end.lastWords)")
            }
            return
        }
        guard slots[index].isBusy, var task = slots[index].task else { return }
        slots[index].isBusy = false
        if task.isSame {
            clear(index)
            return
        }
        let loss = WorkerLoss(
            code: code ?? (end.ranOut(of: limits.memory) ? .outOfMemory : .crashed), place: slots[index].place,
            end: end.description, detail: detail)
        if let page = loss.place?.page, !isFinal, task.lostPages.count < limits.mostLostPages {
            task.lostPages[page] = loss
            slots[index].task = task
            return
        }
        guard let sha256 = task.sha256 else {
            try journal.finish(task.path, unreadable: loss.fault(limits: limits, isWholeDocument: true))
            clear(index)
            return
        }
        var outcome = DocumentOutcome()
        outcome.sha256 = sha256
        outcome.failures = [loss.fault(limits: limits, isWholeDocument: true)]
        task.lostPages = [:]
        try close(index, task, sha256: sha256, outcome)
        clear(index)
    }
}
