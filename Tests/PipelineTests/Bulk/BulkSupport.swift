import Bulk
import Foundation
import Testing

/// Runs with workers, one after another: they use the whole machine.
@Suite(.serialized, .timeLimit(.minutes(5))) enum Bulk {}

/// The program beside the tests.
enum Program {
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        // The tests run in a helper of the toolchain or by themselves: both name the bundle.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? tests
        let folder = URL(filePath: bundle).deletingLastPathComponent()
        let built = [
            folder.appending(path: "zhibiao").path(),
            Corpus.root.appending(path: ".build/debug/zhibiao").path(),
        ]
        return built.first { FileManager.default.isExecutableFile(atPath: $0) } ?? built[0]
    }()

    /// Starts a command.
    static func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs a command to its end: exit status and what it wrote.
    static func run(_ arguments: [String], shell: String? = nil) throws -> (status: Int32, text: String) {
        let process = Process()
        let pipe = Pipe()
        if let shell {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", shell, path] + arguments
        } else {
            process.executableURL = URL(filePath: path)
            process.arguments = arguments
        }
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}

extension Program {
    /// Runs a command as a user without rights, whom folders can be closed to.
    static func runUnprivileged(_ arguments: [String]) throws -> (status: Int32, text: String) {
        guard geteuid() == 0 else { return try run(arguments) }
        // The folder of the build may be closed to others.
        let shell = """
            place=$(mktemp -d) && chmod 755 "$place" && cp "$0" "$place/zhibiao" || exit 9
            runuser -u nobody -- "$place/zhibiao" "$@"; status=$?; rm -r "$place"; exit $status
            """
        return try run(arguments, shell: shell)
    }
}

extension TemporaryFolder {
    /// Takes from everybody the right to write to a folder in this one.
    func close(_ name: String) throws {
        chmod(path, 0o755)
        let files = try FileManager.default.subpathsOfDirectory(atPath: path(name)).map { "\(name)/\($0)" }
        for file in [name] + files {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path(file), isDirectory: &isFolder)
            chmod(path(file), isFolder.boolValue ? 0o555 : 0o444)
        }
    }

    /// Gives it back to the owner.
    func open(_ name: String) {
        let files = (try? FileManager.default.subpathsOfDirectory(atPath: path(name))) ?? []
        for file in [name] + files.map({ "\(name)/\($0)" }) { chmod(path(file), 0o755) }
    }
}

/// A run with workers and what it left behind.
struct BulkResult {
    var summary: BulkSummary
    var files: [OutputFolder.Stream: Data]

    init(
        _ paths: [String], to out: String, list: String? = nil, configure: (inout BulkSettings) -> Void = { _ in }
    ) throws {
        var settings = BulkSettings(output: out, isolation: .workers(program: Program.path))
        settings.jobs = 2
        configure(&settings)
        let inputs = InputList(paths: paths.map { Array($0.utf8) }, listFile: list)
        summary = try BulkRun(settings: settings).convert(inputs)
        files = try BulkResult.files(of: out)
    }

    static func files(of out: String) throws -> [OutputFolder.Stream: Data] {
        var files: [OutputFolder.Stream: Data] = [:]
        for stream in OutputFolder.Stream.results {
            files[stream] = try Data(contentsOf: URL(filePath: "\(out)/\(stream.rawValue).jsonl"))
        }
        return files
    }

    /// The lines of a result file.
    static func lines(_ data: Data?) throws -> [[String: Any]] {
        let text = String(decoding: try #require(data), as: UTF8.self)
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    func failures() throws -> [[String: Any]] { try Self.lines(files[.failures]) }

    /// Name of the file → codes of its failures, joined.
    func codes() throws -> [String: String] {
        var codes: [String: String] = [:]
        for line in try failures() {
            let name = URL(filePath: line["file"] as? String ?? "").lastPathComponent
            codes[name] = [codes[name], line["code"] as? String].compactMap { $0 }.joined(separator: ",")
        }
        return codes
    }
}

extension TemporaryFolder {
    /// Documents of distinct content, each with one form, in two folders.
    func addDocuments(_ count: Int) throws -> String {
        for number in 0..<count {
            let place = "in/\(number % 2)"
            try FileManager.default.createDirectory(atPath: path(place), withIntermediateDirectories: true)
            try write(GoodForm.data() + Data("\n% \(number)\n".utf8), as: "\(place)/\(number).pdf")
        }
        return path("in")
    }
}

/// Runs into a folder of their own.
protocol BulkSuite {
    var folder: TemporaryFolder { get }
}

extension BulkSuite {
    var out: String { folder.path("out") }

    /// The inputs that gave a form, below the folder.
    func names(_ run: BulkResult) throws -> [String] {
        try BulkResult.lines(run.files[.forms]).compactMap {
            (($0["source"] as? [String: Any])?["file"] as? String)?.replacingOccurrences(
                of: folder.path + "/", with: "")
        }
    }
}

extension TemporaryFolder {
    /// Folders "1" and "2" with two documents and one.
    func addMonths() throws {
        for (month, names) in [("1", ["a", "b"]), ("2", ["c"])] {
            try FileManager.default.createDirectory(atPath: path(month), withIntermediateDirectories: true)
            for name in names {
                try write(GoodForm.data() + Data("% \(name)".utf8), as: "\(month)/\(name).pdf")
            }
        }
    }
}

extension BulkSuite {
    /// The files of parts, by name.
    var parts: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: out + "/parts")) ?? []).sorted().map {
            "\(out)/parts/\($0)"
        }
    }

    /// Changes all of them.
    func change(_ body: (inout Data) -> Void) throws {
        for path in parts {
            var data = try Data(contentsOf: URL(filePath: path))
            body(&data)
            try data.write(to: URL(filePath: path))
        }
    }
}
