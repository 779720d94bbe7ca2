internal import Foundation

/// Finds the inputs that a user names: files as they are, folders searched for PDFs.
public struct InputFinder {
    /// What was found, and what could not be looked at.
    public struct Result: Sendable {
        /// By path, each once.
        public var inputs: [InputFile]
        public var failures: [Failure]
    }

    public init() {}

    /// Looks at each path in turn.
    ///
    /// A folder is searched with all below it for files that end in `.pdf`, in any case. Links are followed; a folder
    /// that was already visited is not visited again, so that a loop of links ends.
    public func find(_ paths: [String]) -> Result {
        var search = Search()
        for path in paths {
            if path == "-" { search.inputs.insert(.standardInput) } else { search.add(path, isNamedByUser: true) }
        }
        return Result(inputs: search.inputs.sorted(), failures: search.failures)
    }

    private struct Search {
        var inputs: Set<InputFile> = []
        var failures: [Failure] = []
        private var visited: Set<String> = []

        mutating func add(_ path: String, isNamedByUser: Bool) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                // A dangling link below a folder is nobody's document.
                if isNamedByUser { fail(path, "There is no file or folder of this name. Check the path.") }
                return
            }
            if isFolder.boolValue {
                visit(path)
            } else if isNamedByUser || path.lowercased().hasSuffix(".pdf") {
                inputs.insert(.path(path))
            }
        }

        private mutating func visit(_ folder: String) {
            let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
            guard visited.insert(real).inserted else { return }
            do {
                for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
                    add(folder.hasSuffix("/") ? folder + name : folder + "/" + name, isNamedByUser: false)
                }
            } catch {
                fail(folder, "The folder cannot be listed. Check that you may read it.")
            }
        }

        private mutating func fail(_ path: String, _ message: String) {
            failures.append(Failure(file: path, sha256: nil, stage: .open, code: .unreadable, message: message))
        }
    }
}
