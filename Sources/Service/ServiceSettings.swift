public import Bulk
public import Logging
public import Pipeline

/// How the service is run.
public struct ServiceSettings: Sendable {
    public var address = ListenAddress.standard
    /// Documents that are read at the same time.
    public var jobs = 1
    /// Requests that may wait for a reader, beside those that are read.
    public var queue = 16
    /// The largest document, in bytes.
    public var mostBody = 64 << 20
    /// Seconds for a request's body to arrive.
    public var bodySeconds = 60.0
    /// Seconds after which a connection without a request is closed, or one whose request does not go on.
    public var idleSeconds = 60.0
    /// Connections at the same time; others wait to be accepted.
    public var connections = 256
    /// What a document may cost.
    public var limits = BulkLimits()
    /// Nothing is read where the kernel cannot hold workers back from all that they do not need.
    public var requiresSandbox = false
    /// What is the same for all documents: the dictionary and the engine.
    public var conversion = ConversionSettings()
    public var tokens = TokenList()
    /// Origins of pages of other sites that may use the service; none unless named.
    public var origins: Set<String> = []
    /// Seconds that the result of a job is kept.
    public var keepSeconds = 3600.0
    /// Jobs of one token that are kept or wait.
    public var mostJobs = 100
    /// Bytes of results on disk, of all requests and jobs together.
    public var mostResults = 4 << 30
    /// Seconds that requests have to finish when the service is stopped.
    public var shutdownSeconds = 30.0
    /// Where uploads and results lie while they are needed, as files without names.
    public var folder = "/tmp"
    /// The program that workers run, which is zhibiao.
    public var program: String
    public var logger: Logger

    public init(program: String, logger: Logger) {
        self.program = program
        self.logger = logger
        limits.workerDocuments = Self.workerDocuments
    }

    /// Fewer than in a run, for a request shall not pay for the memory of many others.
    private static let workerDocuments = 100
}
