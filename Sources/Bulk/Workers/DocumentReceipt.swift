internal import Pipeline

/// Bounds of what a worker may say of one document. What goes beyond them no document needs.
struct ReceiptLimits: Hashable, Sendable {
    var mostPages = 1_000_000
    /// In bytes. A page of a form has some kilobytes, a table of a whole page some hundred.
    var longestLine = 32 << 20
    /// Of lines or markup, in bytes.
    var mostBytes = 1 << 30
    /// Sentences about pages, or about the document.
    var mostProblems = 10_000
    var longestMessage = 1 << 15
}

/// Takes in what a worker says of one document, message by message, and believes nothing that it has not looked at.
struct DocumentReceipt: Sendable {
    /// What a message means.
    enum News: Sendable {
        case place(WorkerPlace)
        /// Whole lines, checked.
        case lines([UInt8])
        /// A piece of the page of `inspect`, as it is.
        case markup([UInt8])
        case problem(DocumentProblem)
        case done(DocumentOutcome)
    }

    private let job: WorkerJob
    private let limits: ReceiptLimits
    private var checker: LineChecker
    private(set) var place: WorkerPlace?
    private var pages = 0
    private var problems = 0
    private var markup = 0

    init(job: WorkerJob, sha256: String, limits: ReceiptLimits = ReceiptLimits()) {
        self.job = job
        self.limits = limits
        checker = LineChecker(
            sha256: sha256, tags: job.tags, longestLine: limits.longestLine, mostBytes: limits.mostBytes)
    }

    /// - Throws: `FrameError` for a message that no worker sends about its document at this moment.
    mutating func take(_ frame: Frame) throws(FrameError) -> News {
        switch frame.kind {
        case .page: .place(try takePlace(frame.payload))
        case .lines: .lines(try takeLines(frame.payload))
        case .markup: .markup(try takeMarkup(frame.payload))
        case .problem: .problem(try takeProblem(frame.payload))
        case .done: .done(try takeOutcome(frame.payload))
        default: throw FrameError(message: "a message out of order")
        }
    }

    private mutating func takePlace(_ payload: [UInt8]) throws(FrameError) -> WorkerPlace {
        guard let next = WorkerPlace(payload: payload), next.follows(place), next.page <= limits.mostPages else {
            throw FrameError(message: "a page out of order")
        }
        if next.stage == .text { pages += 1 }
        place = next
        return next
    }

    private mutating func takeLines(_ payload: [UInt8]) throws(FrameError) -> [UInt8] {
        do throws(LineError) {
            return try checker.take(payload)
        } catch {
            throw FrameError(message: error.message)
        }
    }

    private mutating func takeMarkup(_ payload: [UInt8]) throws(FrameError) -> [UInt8] {
        guard job == .inspection else { throw FrameError(message: "a message out of order") }
        markup += payload.count
        guard markup <= limits.mostBytes else {
            throw FrameError(message: "more than \(limits.mostBytes >> 20) MB of pages")
        }
        return payload
    }

    private mutating func takeProblem(_ payload: [UInt8]) throws(FrameError) -> DocumentProblem {
        guard !job.givesRecords, let problem = DocumentProblem(jsonBytes: payload),
            problem.message.utf8.count <= limits.longestMessage
        else { throw FrameError(message: "a problem out of order") }
        problems += 1
        guard problems <= limits.mostProblems else { throw FrameError(message: "problems without end") }
        return problem
    }

    private func takeOutcome(_ payload: [UInt8]) throws(FrameError) -> DocumentOutcome {
        guard let outcome = DocumentOutcome(payload: payload), checker.isAtEndOfLine,
            (0...pages).contains(outcome.pages), outcome.failures.count <= limits.mostProblems,
            outcome.failures.allSatisfy({ $0.message.utf8.count <= limits.longestMessage })
        else { throw FrameError(message: "a result out of order") }
        guard outcome.forms == checker.forms, outcome.indicators == checker.lines || !job.givesRecords else {
            throw FrameError(message: "a result that does not agree with its lines")
        }
        return outcome
    }
}

/// What a page or a document could not give, in a sentence.
package struct DocumentProblem: Codable, Hashable, Sendable {
    package var message: String
    /// Something is missing from the output.
    package var isLoss: Bool

    package init(_ message: String, isLoss: Bool) {
        self.message = message
        self.isLoss = isLoss
    }
}
