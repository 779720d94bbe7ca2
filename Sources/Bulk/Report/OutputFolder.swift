internal import Foundation
public import Normalize
public import Pipeline

/// The three JSON Lines files of a run.
///
/// Lines go to hidden files beside the final names and take those names only when the run is complete: a run that dies
/// leaves what was there before, and never half a line.
public final class OutputFolder {
    public enum Stream: String, CaseIterable, Sendable {
        case indicators
        case forms
        case failures
    }

    private let folder: String
    private var files: [Stream: OutputFile] = [:]
    private var writers: [Stream: JSONWriter] = [:]
    private let flushSize = 1 << 16

    /// Makes the folder when it is missing and opens the files.
    public init(path: String) throws(OutputError) {
        folder = path
        try TextSink.makeFolder(path)
        for stream in Stream.allCases {
            files[stream] = try OutputFile(path: self.path(stream), isAlone: true)
            writers[stream] = JSONWriter(capacity: flushSize + 4096)
        }
    }

    public func path(_ stream: Stream) -> String { "\(folder)/\(stream.rawValue).jsonl" }

    public func write(_ line: JSONValue, to stream: Stream) throws {
        writers[stream]?.writeLine(line)
        if writers[stream]?.bytes.count ?? 0 >= flushSize { try flush(stream) }
    }

    /// Writes lines that are made already, each with its line feed.
    func write(_ lines: some Sequence<UInt8>, to stream: Stream) throws {
        writers[stream]?.append(lines)
        if writers[stream]?.bytes.count ?? 0 >= flushSize { try flush(stream) }
    }

    private func flush(_ stream: Stream) throws {
        guard let file = files[stream], let bytes = writers[stream]?.bytes else { return }
        try file.write(bytes)
        writers[stream]?.removeAll()
    }

    /// Puts the files in place.
    public func commit() throws {
        for stream in Stream.allCases {
            try flush(stream)
            try files[stream]?.finish(isSynchronised: true)
            files[stream] = nil
        }
    }
}
