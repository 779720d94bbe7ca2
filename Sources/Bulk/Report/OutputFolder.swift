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
    private var handles: [Stream: FileHandle] = [:]
    private var writers: [Stream: JSONWriter] = [:]
    private let flushSize = 1 << 16

    /// Makes the folder when it is missing and opens the files.
    public init(path: String) throws(OutputError) {
        folder = path
        try Self.make(path)
        for stream in Stream.allCases {
            guard FileManager.default.createFile(atPath: partial(stream), contents: nil),
                let handle = FileHandle(forWritingAtPath: partial(stream))
            else {
                throw OutputError(
                    description: "Nothing can be written to \(path). Choose a folder that you may write to with --out.")
            }
            handles[stream] = handle
            writers[stream] = JSONWriter(capacity: flushSize + 4096)
        }
    }

    /// Makes the folder when it is missing.
    static func make(_ path: String) throws(OutputError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw OutputError(
                description: "The output folder \(path) cannot be made. Choose one that you may write to with --out.")
        }
    }

    private func partial(_ stream: Stream) -> String { "\(folder)/.\(stream.rawValue).jsonl.partial" }

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
        guard let handle = handles[stream], let bytes = writers[stream]?.bytes else { return }
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            throw OutputError(
                description: "\(path(stream)) cannot be written: \(error.localizedDescription) Is the disk full?")
        }
        writers[stream]?.removeAll()
    }

    /// Puts the files in place.
    public func commit() throws {
        for stream in Stream.allCases {
            try flush(stream)
            guard let handle = handles[stream] else { continue }
            // Else a power cut could leave the new name on an empty file.
            fsync(handle.fileDescriptor)
            try handle.close()
            handles[stream] = nil
            guard rename(partial(stream), path(stream)) == 0 else {
                throw OutputError(description: "\(path(stream)) cannot be replaced. Check that you may write there.")
            }
        }
    }
}
