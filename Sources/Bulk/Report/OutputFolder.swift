internal import Foundation
public import Normalize
public import Pipeline

/// The JSON Lines files of a run: three with the results, and one with their evidence where it was asked for.
///
/// Lines go to hidden files beside the final names and take those names only when the run is complete: a run that dies
/// leaves what was there before, and never half a line.
public final class OutputFolder {
    public enum Stream: String, CaseIterable, Sendable {
        case indicators
        case forms
        case failures
        case evidence

        /// Those that every run writes.
        public static let results: [Stream] = [.indicators, .forms, .failures]
    }

    private let folder: String
    private var files: [Stream: OutputFile] = [:]
    private var writers: [Stream: JSONWriter] = [:]
    private let flushSize = 1 << 16

    /// Makes the folder when it is missing and opens the files.
    public init(path: String) throws(OutputError) {
        folder = path
        try TextSink.makeFolder(path)
        for stream in Stream.results { try open(stream) }
    }

    /// Opens a file that not every run writes; one that is open stays so.
    func open(_ stream: Stream) throws(OutputError) {
        guard files[stream] == nil else { return }
        files[stream] = try OutputFile(path: self.path(stream), isAlone: true)
        writers[stream] = JSONWriter(capacity: flushSize + 4096)
    }

    public func path(_ stream: Stream) -> String { "\(folder)/\(stream.rawValue).jsonl" }

    public func write(_ line: JSONValue, to stream: Stream) throws {
        writers[stream]?.writeLine(line)
        if writers[stream]?.bytes.count ?? 0 >= flushSize { try flush(stream) }
    }

    /// Writes lines that are made already, each with its line feed.
    func write(_ lines: some Sequence<UInt8>, to stream: Stream) throws {
        try open(stream)
        writers[stream]?.append(lines)
        if writers[stream]?.bytes.count ?? 0 >= flushSize { try flush(stream) }
    }

    private func flush(_ stream: Stream) throws {
        guard let file = files[stream], let bytes = writers[stream]?.bytes else { return }
        try file.write(bytes)
        writers[stream]?.removeAll()
    }

    /// Puts the files in place. One of an earlier run that this one does not write goes: it would speak of other records.
    public func commit() throws {
        for stream in Stream.allCases {
            if files[stream] == nil { unlink(path(stream)) }
            try flush(stream)
            try files[stream]?.finish(isSynchronised: true)
            files[stream] = nil
        }
    }
}
