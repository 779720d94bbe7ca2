internal import Pipeline

/// A document on its way through one or more workers.
struct DocumentTask {
    let path: [UInt8]
    /// When its first attempt began.
    let start = monotonicSeconds()
    /// Set when the content is this task's to convert.
    var sha256: String?
    /// Its content is taken care of under another name.
    var isSame = false
    /// The pages that each cost a worker, and how.
    var lostPages: [Int: WorkerLoss] = [:]

    init(path: [UInt8]) { self.path = path }
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
    var isReady = false
    var task: DocumentTask?
    /// The task is sent to the worker.
    var isBusy = false
    var place: WorkerPlace?
    var pageStart = 0.0
    /// Pages of the document that have been read.
    var pagesRead = 0
    /// Documents that this worker has had.
    var documents = 0
    let writer: PartWriter

    init(writer: PartWriter) { self.writer = writer }
}
