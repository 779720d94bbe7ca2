internal import Glibc

/// What a path for an output stands for.
package enum OutputTarget: Hashable {
    /// A regular file, there or to be made, at the end of all links.
    case file(path: String, mode: UInt32?)
    /// A pipe, a device, or whatever the program has open as its standard output: written into as it is.
    case stream(path: String)
    case standardOutput

    /// - Parameter inputs: Files that must not be written over.
    package init(path: String?, inputs: [InputFile]) throws(OutputError) {
        let read = Set(inputs.compactMap(\.identity))
        guard let path else {
            if let own = Self.standardOutputFile, read.contains(own) {
                throw OutputError(description: "Standard output is an input, too. Send it to another file.")
            }
            self = .standardOutput
            return
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            self = .file(path: try Self.endOfLinks(path), mode: nil)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            guard !read.contains(FileIdentity(status)) else {
                throw OutputError(
                    description: "\(path) is an input: it is not written over. Choose another name for the output.")
            }
            // Such as /dev/stdout: another file in its place would be lost to who reads this one.
            if FileIdentity(status) == Self.standardOutputFile {
                self = .standardOutput
            } else {
                self = .file(path: try Self.endOfLinks(path), mode: status.st_mode & 0o7777)
            }
        case S_IFDIR:
            throw OutputError(description: "\(path) is a folder. Name a file in it.")
        default: self = .stream(path: path)
        }
    }

    /// The file that standard output goes to, if it is one.
    private static var standardOutputFile: FileIdentity? {
        var status = stat()
        guard fstat(1, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileIdentity(status)
    }

    /// The path that a chain of links ends at; nothing need be there yet.
    private static func endOfLinks(_ path: String) throws(OutputError) -> String {
        var path = path
        for _ in 0..<40 {
            var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
            let size = buffer.count
            let count = buffer.withUnsafeMutableBytes {
                readlink(path, $0.baseAddress!.assumingMemoryBound(to: CChar.self), size)
            }
            guard count > 0 else { return path }
            let target = String(decoding: buffer[..<count], as: UTF8.self)
            path = target.hasPrefix("/") ? target : folder(of: path) + target
        }
        throw OutputError(description: "\(path) is a link that leads to itself. Choose another name for the output.")
    }

    /// With the slash at its end; empty for a name alone.
    package static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
