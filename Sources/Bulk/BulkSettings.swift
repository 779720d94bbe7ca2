public import Pipeline

/// What one document may cost a worker.
public struct BulkLimits: Hashable, Sendable {
    /// Elapsed time for a document, from its first attempt on.
    public var documentSeconds = 900.0
    /// Elapsed time for a page.
    public var pageSeconds = 120.0
    /// Private memory of a worker in megabytes (1024 × 1024 bytes); 0 for no limit.
    public var memoryMegabytes = 2048
    /// Elapsed time for a worker until it takes its first document.
    public var startSeconds = 60.0
    /// What a document may give, in megabytes of lines.
    public var outputMegabytes = 1024
    /// A worker is replaced after so many documents, so that what a library leaks does not add up.
    public var workerDocuments = 500
    /// So many pages of a document may each cost a worker; with one more the document is given up.
    public var mostLostPages = 3

    public init() {}

    /// Bounds of what a worker may say.
    var receipt: ReceiptLimits {
        var limits = ReceiptLimits()
        limits.mostBytes = max(1, outputMegabytes) << 20
        return limits
    }

    var memory: UInt64 { UInt64(max(0, memoryMegabytes)) << 20 }
}

/// How a run over many documents is done.
public struct BulkSettings: Sendable {
    /// Where documents are converted.
    public enum Isolation: Hashable, Sendable {
        /// In processes of the given program, which is zhibiao.
        case workers(program: String)
        /// In this process, without limits: a document that crashes ends the run.
        case inProcess
    }

    /// What becomes of documents in the earlier results that lie below no path that is named now.
    public enum Earlier: Hashable, Sendable {
        /// Nothing is done, and the user is told.
        case refuse
        /// They stay in the results.
        case add
        /// They leave the results.
        case replace
    }

    public var output: String
    public var isolation: Isolation
    public var jobs = 1
    public var limits = BulkLimits()
    public var conversion = ConversionSettings()
    public var shard: Shard?
    /// Forget all earlier work in the folder.
    public var isFresh = false
    public var retriesFailed = false
    public var earlier = Earlier.refuse
    /// Files that were touched within so many seconds are still being written, and left for the next time; nil for none.
    public var settleSeconds: Double?
    /// A run that is stopped writes the results of what it has finished, instead of leaving those of the run before.
    public var writesWhenStopped = false
    /// Files that were read beside the documents, such as a dictionary: nothing is written over them.
    public var readFiles: [InputFile] = []
    /// Nothing is converted where the kernel cannot hold workers back from all that they do not need.
    public var requiresSandbox = false

    public init(output: String, isolation: Isolation) {
        self.output = output
        self.isolation = isolation
    }
}

extension ConversionSettings {
    /// What the results depend on, and nothing else: neither the password nor the name of the dictionary.
    ///
    /// A password only decides whether a document opens; one that did not is taken up again as a failed one.
    var identity: [UInt8] {
        var copy = self
        copy.password = nil
        copy.dictionary?.name = ""
        return copy.jsonBytes
    }
}
