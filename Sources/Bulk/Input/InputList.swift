internal import Glibc
public import Pipeline

/// What a user names as inputs of a run.
public struct InputList: Sendable {
    /// Files, folders and patterns; "-" for one PDF from standard input.
    public var paths: [[UInt8]]
    /// A file with one path a line, or with a zero byte behind each; "-" for standard input.
    public var listFile: String?
    /// Patterns of names that are passed by.
    public var excluded: [[UInt8]]

    public init(paths: [[UInt8]], listFile: String? = nil, excluded: [[UInt8]] = []) {
        self.paths = paths
        self.listFile = listFile
        self.excluded = excluded
    }

    /// One document that a user names: "-" is standard input. A name that is no UTF-8 goes by its bytes.
    public static func document(_ path: [UInt8]) -> InputFile {
        if path == standardInput { return .standardInput }
        guard let text = String(validating: path, as: UTF8.self) else {
            return .bytes(path: path, name: InputPath.name(of: path))
        }
        return .path(text)
    }

    public init(_ paths: [String]) { self.init(paths: paths.map { Array($0.utf8) }) }

    static let standardInput = Array("-".utf8)

    /// The list itself.
    var readFiles: [InputFile] { listFile.map { [$0 == "-" ? .standardInput : .path($0)] } ?? [] }

    /// Hands out what the list file names, holding one name at a time.
    func forEachListed(_ body: ([UInt8]) throws -> Void) throws {
        guard let listFile else { return }
        let descriptor = listFile == "-" ? 0 : open(listFile, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw OutputError(description: "The list \(listFile) cannot be read. Check the name behind --files-from.")
        }
        defer { if descriptor > 0 { close(descriptor) } }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var line: [UInt8] = []
        var isFirst = true
        /// Line feed, until a zero byte shows that names are ended by those.
        var end: UInt8 = 0x0A
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            // The mark that Windows puts in front of UTF-8 is no part of a name.
            var start = 0
            if isFirst, count >= 3, chunk[..<3].elementsEqual([0xEF, 0xBB, 0xBF]) { start = 3 }
            isFirst = false
            if end != 0, chunk[..<count].contains(0) { end = 0 }
            for byte in chunk[start..<count] {
                if byte == end {
                    if end == 0x0A, line.last == 0x0D { line.removeLast() }
                    if !line.isEmpty { try body(line) }
                    line.removeAll(keepingCapacity: true)
                } else {
                    line.append(byte)
                }
            }
        }
        if end == 0x0A, line.last == 0x0D { line.removeLast() }
        if !line.isEmpty { try body(line) }
    }
}
