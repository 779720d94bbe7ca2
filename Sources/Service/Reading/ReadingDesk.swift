internal import Bulk
internal import CoreMetrics
internal import Foundation
internal import Logging
internal import Pipeline

/// The readers of a service, and the line before them.
///
/// Each reader is a thread with a worker process in the sandbox of bulk runs. A worker is kept for the next document of
/// the same tenant and kind, and no other's: what a document does to its worker touches nobody else.
final class ReadingDesk: @unchecked Sendable {
    /// Guards all that follows; readers wait for it, too.
    private let condition = NSCondition()
    private var waiting: [ReadingOrder] = []
    private var waitingJobs: [ReadingOrder] = []
    private var admitted = 0
    private var reading = 0
    private var readingJobs = 0
    private var isClosed = false
    /// Of a document, in seconds; a moving mean.
    private var meanSeconds = 1.0

    private let settings: ServiceSettings
    private let metrics: ServiceMetrics
    let budget: SpoolBudget

    init(_ settings: ServiceSettings, metrics: ServiceMetrics) {
        self.settings = settings
        budget = SpoolBudget(most: settings.mostResults)
        self.metrics = metrics
        for number in 1...max(1, settings.jobs) {
            let thread = Thread { self.read() }
            thread.name = "reader \(number)"
            thread.start()
        }
    }

    /// A place in the line, which is given back when the last holder lets go of it.
    final class Place: Sendable {
        private let desk: ReadingDesk

        fileprivate init(_ desk: ReadingDesk) { self.desk = desk }

        deinit { desk.leave() }
    }

    /// Takes a place for a request, before its document is taken in.
    ///
    /// - Throws: `busy` when all are taken.
    func admit() throws(Problem) -> Place {
        let refusal: Problem? = locked {
            guard !isClosed else { return Problem(.busy, "The service is being stopped.", retryAfter: longestWait) }
            guard admitted < settings.jobs + settings.queue else {
                return Problem(
                    .busy, "\(admitted) documents are read or wait already. Try again later.", retryAfter: retrySeconds)
            }
            admitted += 1
            return nil
        }
        if let refusal {
            metrics.refused.increment()
            throw refusal
        }
        return Place(self)
    }

    private func leave() {
        locked {
            admitted -= 1
            if isClosed { condition.broadcast() }
        }
    }

    /// Seconds; more is no advice.
    private let longestWait = 60

    /// Until those that wait now will have been read.
    private var retrySeconds: Int {
        min(longestWait, max(1, Int((meanSeconds * Double(waiting.count + 1) / Double(settings.jobs)).rounded(.up))))
    }

    /// Has an order read as soon as a reader is free.
    ///
    /// - Parameter isJob: Nobody waits for the answer: others go first, and one reader is left to them.
    func add(_ order: ReadingOrder, isJob: Bool) {
        locked {
            if isJob { waitingJobs.append(order) } else { waiting.append(order) }
            condition.signal()
        }
    }

    var isOpen: Bool { locked { !isClosed } }

    /// Orders that wait, and those that are read.
    var load: (waiting: Int, reading: Int) { locked { (waiting.count + waitingJobs.count, reading) } }

    /// Takes no more requests. Those that were let in are read to their end; jobs that wait are left.
    func close() {
        let left = locked {
            isClosed = true
            defer { waitingJobs = [] }
            condition.broadcast()
            return waitingJobs
        }
        for order in left { order.end(.unwanted) }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        condition.lock()
        defer { condition.unlock() }
        return body()
    }

    // MARK: Readers

    /// The life of a reader.
    private func read() {
        var reader = Reader(settings: settings, budget: budget)
        while let (order, isJob) = next() {
            let start = DispatchTime.now()
            reader.read(order)
            let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
            metrics.note(order, seconds: seconds)
            done(isJob: isJob, seconds: seconds)
        }
    }

    private func next() -> (ReadingOrder, isJob: Bool)? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if !waiting.isEmpty {
                reading += 1
                return (waiting.removeFirst(), false)
            }
            if !waitingJobs.isEmpty, readingJobs < max(1, settings.jobs - 1) {
                reading += 1
                readingJobs += 1
                return (waitingJobs.removeFirst(), true)
            }
            // Requests that were let in may still send their documents.
            if isClosed, admitted == 0 { return nil }
            condition.wait()
        }
    }

    private func done(isJob: Bool, seconds: Double) {
        /// The weight of the last one.
        let share = 0.1
        locked {
            reading -= 1
            if isJob { readingJobs -= 1 }
            meanSeconds += (seconds - meanSeconds) * share
            condition.signal()
        }
    }
}

/// One reader: reads one order after another, in a worker that fits.
private struct Reader {
    /// What a worker was set up for.
    private struct Setup: Hashable {
        var kind: ReadingKind
        var conversion: ConversionSettings
        var tenant: Tenant
    }

    let settings: ServiceSettings
    let budget: SpoolBudget
    private var session: ReadingSession?
    private var setup: Setup?
    private var documents = 0

    init(settings: ServiceSettings, budget: SpoolBudget) { (self.settings, self.budget) = (settings, budget) }

    /// Reads one and ends it, whatever happens.
    mutating func read(_ order: ReadingOrder) {
        guard order.isWanted else { return order.end(.unwanted) }
        do {
            order.end(try outcome(of: order))
        } catch {
            order.end(Self.outcome(of: error))
        }
    }

    private mutating func outcome(of order: ReadingOrder) throws -> ReadingOutcome {
        let session = try session(for: order)
        session.isWanted = { order.isWanted }
        // The order, with its files, is not kept until the next comes.
        defer { session.isWanted = { true } }
        var problems: [ReadingProblem] = []
        let input = InputFile.bytes(path: Array(order.document.file.path.utf8), name: order.document.name)
        let failures = try session.read(input) { piece in
            switch piece {
            case .line(let line), .markup(let line): try order.lines.append(line)
            case .form(let line): try order.forms.append(line)
            case .page: break
            case .problem(let message, let isLoss):
                if problems.count < Self.mostProblems {
                    problems.append(ReadingProblem(message: message, isLoss: isLoss))
                }
            }
        }
        try order.format.convert(order, folder: settings.folder, budget: budget)
        return .read(failures: failures, problems: problems)
    }

    /// Sentences that an answer may have.
    private static let mostProblems = 1000

    private mutating func session(for order: ReadingOrder) throws -> ReadingSession {
        let wanted = Setup(kind: order.kind, conversion: order.conversion, tenant: order.tenant)
        documents += 1
        if let session, wanted == setup, documents <= settings.limits.workerDocuments { return session }
        // The old worker is ended before there is a new one.
        session = nil
        let logger = settings.logger
        let fresh = try ReadingSession(
            order.kind.purpose, conversion: order.conversion, limits: settings.limits,
            requiresSandbox: settings.requiresSandbox, program: settings.program,
            warn: { logger.warning("\($0)") })
        (session, setup, documents) = (fresh, wanted, 1)
        return fresh
    }

    private static func outcome(of error: any Error) -> ReadingOutcome {
        switch error {
        case is ReadingSession.Unwanted: return .unwanted
        case is SpoolBudget.Exhausted:
            return .refused(Problem(.noReader, "There is no room for more results. Try again later.", retryAfter: 60))
        case let error as NamelessFile.Failed:
            return .refused(Problem(.noReader, "The result cannot be kept (\(error.reason)).", retryAfter: 60))
        default: return .refused(Problem(.noReader, "\(error)", retryAfter: 60))
        }
    }
}
