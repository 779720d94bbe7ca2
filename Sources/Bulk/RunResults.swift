internal import Foundation
internal import Normalize
public import Pipeline

/// The results of a run, read line by line: those of a run that is complete from its files, those of one that is going on
/// or was broken off from what it has finished so far.
public struct RunResults {
    private enum Source {
        case files
        case ledger(Ledger)
    }

    private let folder: String
    private let source: Source
    private let chunkSize = 1 << 18

    /// Whether all documents of the run are in the results.
    public var isComplete: Bool { if case .files = source { true } else { false } }

    /// - Parameter folder: The folder behind `--out` of a run, or one with its three files.
    /// - Throws: `UsageError` when there are no results; `OutputError` when there is nothing but a ledger and it cannot be
    ///   read.
    public init(folder: String) throws {
        self.folder = folder
        let files = OutputFolder.Stream.results.map { Self.path($0, in: folder) }
        let hasFiles = files.allSatisfy { FileManager.default.fileExists(atPath: $0) }
        guard RunStatus.hasLedger(folder) else {
            guard hasFiles else {
                throw UsageError(
                    "\(folder) holds no results: name the folder that was given to convert with --out.")
            }
            source = .files
            return
        }
        do {
            let ledger = try Ledger(folder: folder, isReadOnly: true)
            source = try ledger.lastState() == "complete" && hasFiles ? .files : .ledger(ledger)
        } catch {
            // Such as on a disk that nobody can write to: the files are whole, whatever became of the ledger.
            guard hasFiles else { throw error }
            source = .files
        }
    }

    /// The files that hold the results, which no output may take the place of.
    public var inputs: [InputFile] { Self.files(of: folder) }

    /// The files that hold the results of a run, there or not.
    public static func files(of folder: String) -> [InputFile] {
        (OutputFolder.Stream.allCases.map { path($0, in: folder) } + [Ledger.path(in: folder)]).map { .path($0) }
    }

    /// Bytes of all lines; nil where only the ledger knows them.
    public var size: Int? {
        guard case .files = source else { return nil }
        let sizes = OutputFolder.Stream.allCases.map { stream in
            (try? FileManager.default.attributesOfItem(atPath: Self.path(stream, in: folder)))?[.size] as? Int ?? 0
        }
        return sizes.reduce(0, +)
    }

    /// Hands out all lines; those of one file in the order of the results, forms before their indicators.
    ///
    /// - Returns: Names of documents whose lines are damaged; they are left out.
    public func forEachLine(_ body: (OutputFolder.Stream, [UInt8]) throws -> Void) throws -> [String] {
        switch source {
        case .files:
            for stream in [OutputFolder.Stream.forms, .indicators, .failures] {
                try forEachLine(ofFile: Self.path(stream, in: folder)) { try body(stream, $0) }
            }
            return []
        case .ledger(let ledger): return try forEachLine(of: ledger, body)
        }
    }

    /// Hands out the lines of evidence.
    ///
    /// - Throws: `UsageError` where the run has written none.
    public func forEachEvidenceLine(_ body: ([UInt8]) throws -> Void) throws {
        let path = Self.path(.evidence, in: folder)
        guard FileManager.default.fileExists(atPath: path) else {
            throw UsageError("\(folder) holds no evidence. Run its convert again with --evidence.")
        }
        try forEachLine(ofFile: path, body)
    }

    private static func path(_ stream: OutputFolder.Stream, in folder: String) -> String {
        "\(folder)/\(stream.rawValue).jsonl"
    }

    private func forEachLine(ofFile path: String, _ body: ([UInt8]) throws -> Void) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw OutputError(description: "\(path) cannot be read. Check its name, and that you may read it.")
        }
        defer { try? file.close() }
        var rest: [UInt8] = []
        while let chunk = try file.read(upToCount: chunkSize), !chunk.isEmpty {
            let bytes = [UInt8](chunk)
            var start = 0
            while let end = bytes[start...].firstIndex(of: Self.lineFeed) {
                try body(rest + bytes[start..<end])
                rest.removeAll(keepingCapacity: true)
                start = end + 1
            }
            rest += bytes[start...]
        }
        if !rest.isEmpty { try body(rest) }
    }

    private static let lineFeed: UInt8 = 0x0A

    private func forEachLine(
        of ledger: Ledger, _ body: (OutputFolder.Stream, [UInt8]) throws -> Void
    ) throws -> [String] {
        let parts = try PartStore(folder: "\(folder)/parts")
        var damaged: [String] = []
        try ledger.forEachResult { result in
            let name = InputPath.name(of: result.path)
            for fault in result.faults {
                var writer = JSONWriter()
                writer.write(fault.failure(of: name, sha256: result.sha256).json)
                try body(.failures, writer.bytes)
            }
            guard let range = result.part else { return }
            // Nothing is handed out before all of it is known to be whole.
            guard try parts.readWhole(range, { _ in }) else {
                damaged.append(name)
                return
            }
            var naming = LineNaming(name: name, original: result.original.map(InputPath.name))
            _ = try parts.readWhole(range) { bytes in
                try naming.add(bytes) { line, tag in
                    // Evidence is no result: it says where the results stand.
                    guard let stream = tag.stream, OutputFolder.Stream.results.contains(stream) else { return }
                    try body(stream, line)
                }
            }
        }
        return damaged
    }
}
