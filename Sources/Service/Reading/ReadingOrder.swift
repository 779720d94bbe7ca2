internal import Bulk
internal import Pipeline
internal import Synchronization
internal import TableRecon

/// What a document is read for.
enum ReadingKind: Hashable, Sendable {
    case records
    case tables(TableMethod?)
    case runs
    case inspect

    var purpose: ReadingSession.Purpose {
        switch self {
        case .records: .records
        case .tables(let method): .tables(method)
        case .runs: .runs
        case .inspect: .inspection
        }
    }

    /// The last part of its path.
    var name: String {
        switch self {
        case .records: "records"
        case .tables: "tables"
        case .runs: "runs"
        case .inspect: "inspect"
        }
    }
}

/// What came of a document.
enum ReadingOutcome: Sendable {
    /// It was read to its end. Failures may be there all the same.
    case read(failures: [Failure], problems: [ReadingProblem])
    /// Nobody wanted it any more.
    case unwanted
    /// Not the document's fault.
    case refused(Problem)
}

/// What a page could not give.
struct ReadingProblem: Hashable, Sendable {
    var message: String
    var isLoss: Bool
}

/// One document that waits to be read, or is read.
final class ReadingOrder: Sendable {
    let document: UploadedDocument
    let kind: ReadingKind
    let conversion: ConversionSettings
    /// A worker that has read for one never reads for another.
    let tenant: Tenant
    /// What comes of it line by line; of an inspection its page.
    let lines: ResultSpool
    /// Lines of forms; empty for all but records.
    let forms: ResultSpool
    /// The format that the lines are turned into once all are there.
    let format: AnswerFormat
    private let converted = Mutex<ResultSpool?>(nil)
    /// Nil while it waits or is read.
    private let ended = Mutex<ReadingOutcome?>(nil)
    private let unwanted = Atomic(false)
    private let isGone: @Sendable () -> Bool
    /// In the line; given back as soon as it was read, however slowly the client takes the answer.
    private let place: Mutex<ReadingDesk.Place?>

    /// - Parameter isGone: Whether the client is no longer there.
    init(
        _ kind: ReadingKind, of document: UploadedDocument, for tenant: Tenant, conversion: ConversionSettings,
        format: AnswerFormat, spools: (lines: ResultSpool, forms: ResultSpool), place: ReadingDesk.Place? = nil,
        isGone: @escaping @Sendable () -> Bool = { false }
    ) {
        (self.kind, self.document, self.tenant, self.conversion) = (kind, document, tenant, conversion)
        (self.format, lines, forms, self.isGone) = (format, spools.lines, spools.forms, isGone)
        self.place = Mutex(place)
    }

    var isWanted: Bool { !unwanted.load(ordering: .relaxed) && !isGone() }

    /// Has a reader leave it.
    func abandon() { unwanted.store(true, ordering: .relaxed) }

    var outcome: ReadingOutcome? { ended.withLock { $0 } }

    /// What is handed out: the lines, or the file that they were turned into.
    var answer: ResultSpool { converted.withLock { $0 } ?? lines }

    /// Hands out another spool in place of the lines.
    func answer(with spool: ResultSpool) {
        spool.finish()
        converted.withLock { $0 = spool }
    }

    /// Nothing comes of it afterwards.
    func end(_ outcome: ReadingOutcome) {
        ended.withLock { $0 = $0 ?? outcome }
        place.withLock { $0 = nil }
        lines.finish()
        forms.finish()
    }
}
