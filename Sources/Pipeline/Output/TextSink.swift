internal import Foundation

/// Where text goes: standard output, or a file that appears when it is complete.
public final class TextSink {
    private let file: OutputFile
    private var buffer: [UInt8] = []
    private let flushSize = 1 << 16

    /// - Parameters:
    ///   - path: Nil for standard output.
    ///   - inputs: Files that must not be written over.
    public init(path: String?, inputs: [InputFile] = []) throws(OutputError) {
        file = try OutputFile(path: path, inputs: inputs)
    }

    public func write(_ text: String) throws(OutputError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= flushSize { try flush() }
    }

    public func write(_ bytes: [UInt8]) throws(OutputError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= flushSize { try flush() }
    }

    /// Hands on what is left, to be seen at once.
    public func flush() throws(OutputError) {
        guard !buffer.isEmpty else { return }
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left and puts a file in place.
    public func finish() throws(OutputError) {
        try flush()
        try file.finish()
    }

    /// Whether the user means a folder: the path ends in "/" or is one.
    package static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        if path.hasSuffix("/") { return true }
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Makes the folder when it is missing.
    package static func makeFolder(_ path: String) throws(OutputError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw OutputError(
                description: "The output folder \(path) cannot be made. Choose one that you may write to.")
        }
    }

    /// What stands behind the last dot of a file's name, in lower case; empty without a dot.
    package static func ending(of path: String) -> String {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }

    /// The file's name without folders and without ".pdf"; "stdin" for standard input.
    package static func stem(of file: String) -> String {
        guard file != "-" else { return "stdin" }
        let url = URL(fileURLWithPath: file)
        return url.pathExtension.lowercased() == "pdf"
            ? url.deletingPathExtension().lastPathComponent : url.lastPathComponent
    }
}
