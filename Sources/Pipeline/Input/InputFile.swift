internal import Foundation
public import PDFText

/// One document to be read.
public enum InputFile: Hashable, Sendable, Comparable {
    case path(String)
    /// A path that need not be UTF-8, and the name that it goes by in the results.
    case bytes(path: [UInt8], name: String)
    /// A file that another process has opened and hashed.
    case opened(descriptor: Int32, name: String, sha256: String)
    /// "-": the PDF comes from standard input.
    case standardInput

    public var name: String {
        switch self {
        case .path(let path): path
        case .bytes(_, let name): name
        case .opened(_, let name, _): name
        case .standardInput: "-"
        }
    }

    public static func < (left: InputFile, right: InputFile) -> Bool {
        left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }

    /// Reads all of it.
    public func read() throws(PDFError) -> FileBytes {
        switch self {
        case .path(let path): try FileBytes(path: path)
        case .bytes(let path, _): try FileBytes(path: path)
        case .opened(let descriptor, _, let sha256): try FileBytes(descriptor: descriptor, sha256: sha256)
        case .standardInput: FileBytes([UInt8](FileHandle.standardInput.readDataToEndOfFile()))
        }
    }
}
