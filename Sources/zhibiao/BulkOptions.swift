public import ArgumentParser
public import Bulk
import Foundation
internal import Pipeline

/// Options of a run over many documents.
struct BulkOptions: ParsableArguments {
    @Option(help: "A file with one path a line, or with a zero byte behind each; - for standard input.")
    var filesFrom: String?
    @Option(
        help:
            "Pass by files and folders of such names; with a slash, paths below a folder. May be given more than once.")
    var exclude: [String] = []
    @Flag(help: "Go on converting what comes into the folders, until Ctrl-C.") var watch = false
    @Option(help: "With --watch, seconds for which a file must lie still before it is taken.") var settleSeconds = 5.0
    @Option(help: "Documents that are converted at the same time; as many as there are processors if left out.")
    var jobs: Int?
    @Option(help: "Convert only a share, such as 2/8; what falls into it depends on the names only.") var shard: Shard?
    @Flag(inversion: .prefixedNo, help: "Go on where an earlier run into the same folder ended.") var resume = true
    @Flag(help: "Forget earlier work in the folder, as --no-resume does.") var fresh = false
    @Flag(help: "Keep documents of earlier results that lie below no path named now.") var add = false
    @Flag(help: "Leave documents out that lie below no path named now.") var replace = false
    @Flag(help: "Take up again what failed in an earlier run.") var retryFailed = false
    @Option(help: "Documents after which a worker is replaced.") var workerDocuments = BulkLimits().workerDocuments
    @Option(help: "How to log: text, or json for programs.") var logFormat = RunLog.Format.text

    func validate() throws {
        if watch, filesFrom == "-" { throw ValidationError("--watch cannot read its list from standard input again.") }
        if !(0.1...3600).contains(settleSeconds) {
            throw ValidationError("--settle-seconds needs a number from 0.1 to 3600.")
        }
        if add, replace { throw ValidationError("--add and --replace exclude each other.") }
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number from 1.") }
        if workerDocuments < 1 { throw ValidationError("--worker-documents needs a number from 1.") }
    }

    /// This program, even when its file was replaced since it was started.
    static let ownProgram = "/proc/self/exe"

    func settings(output: String, conversion: ConversionSettings, limits: LimitOptions) -> BulkSettings {
        var settings = BulkSettings(output: output, isolation: .workers(program: Self.ownProgram))
        settings.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        settings.limits = limits.limits
        settings.requiresSandbox = limits.requireSandbox
        settings.limits.workerDocuments = workerDocuments
        settings.conversion = conversion
        settings.shard = shard
        settings.isFresh = fresh || !resume
        settings.retriesFailed = retryFailed
        settings.earlier = add ? .add : replace ? .replace : .refuse
        return settings
    }
}

extension Shard: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension RunLog.Format: ExpressibleByArgument {}

/// The paths of a command line as the bytes that they are: the text of an argument that is no UTF-8 is not its name.
func rawPaths(_ paths: [String]) -> [[UInt8]] {
    // Arguments that differ only in bytes that are no UTF-8 have one text: each time it comes the next one is meant.
    var raw: [String: [[UInt8]]] = [:]
    for bytes in rawArguments { raw[String(decoding: bytes, as: UTF8.self), default: []].append(bytes) }
    return paths.map { path in
        guard let next = raw[path]?.first else { return Array(path.utf8) }
        raw[path]?.removeFirst()
        return next
    }
}

/// The command line, the program's name included.
var rawArguments: [[UInt8]] {
    (0..<Int(CommandLine.argc)).compactMap { index in
        CommandLine.unsafeArgv[index].map { argument in
            Array(UnsafeBufferPointer(start: argument, count: strlen(argument))).map { UInt8(bitPattern: $0) }
        }
    }
}
