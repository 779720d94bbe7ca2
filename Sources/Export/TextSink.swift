internal import Foundation
public import Pipeline

/// Where text goes: standard output, or a file that appears when it is complete.
///
/// Text for a file goes to a hidden file beside it, which takes its name at the end: a run that dies leaves what was
/// there before.
public final class TextSink {
    private let path: String?
    private let partial: String
    private var handle: FileHandle
    private var buffer: [UInt8] = []
    private let flushSize = 1 << 16

    /// - Parameter path: Nil for standard output.
    public init(path: String?) throws(OutputError) {
        self.path = path
        guard let path else {
            partial = ""
            handle = .standardOutput
            return
        }
        let url = URL(fileURLWithPath: path)
        partial = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).partial").path
        guard FileManager.default.createFile(atPath: partial, contents: nil),
            let opened = FileHandle(forWritingAtPath: partial)
        else {
            throw OutputError(
                description: "\(path) cannot be written. Choose a place that you may write to with --out.")
        }
        handle = opened
    }

    deinit {
        // Still there only when the run ended early.
        if path != nil { unlink(partial) }
    }

    public func write(_ text: String) throws(OutputError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= flushSize { try flush() }
    }

    func write(_ bytes: [UInt8]) throws(OutputError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= flushSize { try flush() }
    }

    private func flush() throws(OutputError) {
        guard !buffer.isEmpty else { return }
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            throw OutputError(description: "\(path ?? "The output") cannot be written. Is the disk full?")
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left and puts a file in place.
    public func finish() throws(OutputError) {
        try flush()
        guard let path else { return }
        try? handle.close()
        guard rename(partial, path) == 0 else {
            throw OutputError(description: "\(path) cannot be replaced. Check that you may write there.")
        }
    }

    /// Whether the user means a folder: the path ends in "/" or is one.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        if path.hasSuffix("/") { return true }
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Makes the folder when it is missing.
    static func makeFolder(_ path: String) throws(OutputError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw OutputError(
                description: "The output folder \(path) cannot be made. Choose one that you may write to with --out.")
        }
    }

    /// The file's name without folders and without ".pdf"; "stdin" for standard input.
    static func stem(of file: String) -> String {
        guard file != "-" else { return "stdin" }
        let url = URL(fileURLWithPath: file)
        return url.pathExtension.lowercased() == "pdf"
            ? url.deletingPathExtension().lastPathComponent : url.lastPathComponent
    }
}
