internal import Pipeline

/// How far a document got.
public enum DocumentStatus: String, Hashable, Sendable, CaseIterable {
    /// Not looked at yet.
    case pending
    /// Converted without fault.
    case done
    /// Converted but for some pages, which the failure list names.
    case partial
    /// Read in full; there is no form in it.
    case noForm = "no_form"
    /// Nothing was converted; the failure list says why.
    case failed

    init(_ outcome: DocumentOutcome) {
        let codes = outcome.failures.map(\.code)
        if codes.isEmpty {
            self = .done
        } else if outcome.forms == 0, codes.allSatisfy({ $0 == .noForm }) {
            self = .noForm
        } else {
            let hasLostPages = outcome.failures.contains { $0.stage != .open && $0.code != .noText }
            self = outcome.forms > 0 || (hasLostPages && outcome.pages > 0) ? .partial : .failed
        }
    }
}

/// Where the lines of a document stand among the parts.
struct PartRange: Hashable, Sendable {
    var segment: Int64
    var start: Int64
    var length: Int64
    /// Nil when none is known, which counts as damage.
    var checksum: Int64?
}

/// What is known about an input after it was looked at.
enum LedgerEntry: Sendable {
    /// Was converted now.
    case converted(path: [UInt8], ConvertedContent)
    /// Its content is, or is being, converted under another name.
    case same(path: [UInt8], sha256: String)
    /// Could not be read.
    case unreadable(path: [UInt8], DocumentFault)
}

/// What a content gave.
struct ConvertedContent: Sendable {
    var sha256: String
    var outcome: DocumentOutcome
    var part: PartRange
    var lostPages: [Int]
    var seconds: Double

    var status: DocumentStatus { DocumentStatus(outcome) }
}

/// One input with all that goes into the results, in the order of paths.
struct LedgerResult: Sendable {
    var path: [UInt8]
    var sha256: String?
    /// The path of the first input of the same content; nil when it is this one.
    var original: [UInt8]?
    var part: PartRange?
    var faults: [DocumentFault]
}

/// How a run stands.
public struct RunCounts: Hashable, Sendable {
    /// Inputs by status.
    public var statuses: [DocumentStatus: Int] = [:]
    /// Inputs by the code of their first failure.
    public var codes: [String: Int] = [:]
    public var pages = 0
    public var forms = 0
    public var indicators = 0

    public var inputs: Int { statuses.values.reduce(0, +) }
    public var pending: Int { statuses[.pending] ?? 0 }
}
