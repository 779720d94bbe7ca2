internal import Foundation
public import Pipeline

/// How far a run is.
public struct RunProgress: Hashable, Sendable {
    /// Inputs that this run has to look at.
    public var total: Int
    public var done = 0
    /// Pages of finished documents.
    public var pages = 0
    /// Pages read of documents that are not finished: a long scan takes a second a page.
    public var openPages = 0
    /// Inputs with a line in the failure list.
    public var failures = 0
    public var seconds: Double { monotonicSeconds() - start }
    private let start = monotonicSeconds()

    public init(total: Int) { self.total = total }

    public var pagesPerSecond: Double { seconds > 0 ? Double(pages + openPages) / seconds : 0 }

    /// At the speed so far; nil before anything is done.
    public var secondsLeft: Double? { done > 0 ? seconds / Double(done) * Double(total - done) : nil }
}

/// Hears what a run does.
public protocol RunReporter: AnyObject {
    /// So many inputs are found; called now and then during the search.
    func searching(found: Int)
    /// The search is over.
    ///
    /// - Parameter known: Inputs that earlier runs have converted; those that cannot be reached are neither.
    func started(known: Int, todo: Int)
    /// Called often; shows what is due.
    func progress(_ progress: RunProgress)
    func converted(_ name: String, status: DocumentStatus, pages: Int, seconds: Double)
    func failed(_ failure: Failure)
    /// The run is asked to stop; `atOnce` when it does not wait for what is in flight.
    func stopping(atOnce: Bool)
    /// The results are being put in order.
    func merging()
    /// Something that the user should know, once for a run.
    func warning(_ text: String)
}

extension RunReporter {
    public func warning(_ text: String) {}
}

/// Hears and says nothing.
public final class SilentReporter: RunReporter {
    public init() {}
    public func searching(found: Int) {}
    public func started(known: Int, todo: Int) {}
    public func progress(_ progress: RunProgress) {}
    public func converted(_ name: String, status: DocumentStatus, pages: Int, seconds: Double) {}
    public func failed(_ failure: Failure) {}
    public func stopping(atOnce: Bool) {}
    public func merging() {}
}
