internal import Pipeline

/// A document on its way through one or more workers.
struct DocumentTask {
    let input: OpenInput
    let sha256: String
    /// When its first attempt began.
    var start = monotonicSeconds()
    /// The pages that each cost a worker, and how.
    var lostPages: [Int: WorkerLoss] = [:]

    var path: [UInt8] { input.path }

    var order: WorkerOrder { WorkerOrder(sha256: sha256, skippedPages: Set(lostPages.keys)) }
}

/// What became of a worker while it had a document.
struct WorkerLoss: Hashable, Sendable {
    var code: Failure.Code
    /// Nil where no page was begun.
    var place: WorkerPlace?
    /// How it ended, such as "signal 11, SIGSEGV".
    var end: String
    /// What is known beyond that.
    var detail: String

    /// The lines for the failure list: one for each way of losing pages, or one for the whole document.
    func fault(limits: BulkLimits, isWholeDocument: Bool) -> DocumentFault {
        let rest = isWholeDocument ? "Nothing of the document is converted." : "The other pages are converted."
        let stage = place?.stage ?? .open
        let doing =
            switch stage {
            case .open: "while opening the file"
            case .text: "while reading page \(place?.page ?? 0)"
            case .normalize: "while looking for tables on page \(place?.page ?? 0)"
            }
        let what =
            switch code {
            case .timedOut: "The time was up \(doing): \(detail) (\(end))."
            case .outOfMemory:
                "The memory was used up \(doing): a worker may have \(limits.memoryMegabytes) MB, see --memory-mb (\(end))."
            default: "The converter came down \(doing): \(detail.isEmpty ? end : "\(detail), \(end)")."
            }
        return DocumentFault(stage: stage, code: code, message: "\(what) \(rest)")
    }
}

/// The place of one worker at a time, with the document that it has.
struct WorkerSlot {
    var process: WorkerProcess?
    /// When the worker was started.
    var started = 0.0
    var isReady = false
    var task: DocumentTask?
    /// What the worker has said of its task; nil when it has none.
    var receipt: DocumentReceipt?
    var pageStart = 0.0
    /// Pages of the document that have been read.
    var pagesRead = 0
    /// Documents that this worker has had.
    var documents = 0
    let writer: PartWriter

    /// The task is sent to the worker.
    var isBusy: Bool { receipt != nil }
    var place: WorkerPlace? { receipt?.place }

    init(writer: PartWriter) { self.writer = writer }
}
