internal import Glibc
internal import Pipeline

/// Goes through what a user names and hands out inputs one by one; holds nothing but the folders on its way.
struct InputWalker {
    let shard: Shard?
    /// Folders that were visited, by device and number, so that loops of links end.
    private var visited: Set<[UInt64]> = []

    init(shard: Shard? = nil) { self.shard = shard }

    typealias Finder = (FoundInput) throws -> Void

    /// Looks at a file, a folder with all below it, or the matches of a pattern with `*`, `?` or `[…]`.
    mutating func add(_ path: [UInt8], found: Finder) throws {
        if Self.status(path) == nil, path.contains(where: { Array("*?[".utf8).contains($0) }) {
            let matches = Self.matches(path)
            if !matches.isEmpty {
                for match in matches { try look(match, shardName: match[...], isNamed: true, found) }
                return
            }
        }
        try look(path, shardName: path[...], isNamed: true, found)
    }

    private mutating func look(
        _ path: [UInt8], shardName: ArraySlice<UInt8>, isNamed: Bool, _ found: Finder
    ) throws {
        guard let status = Self.status(path) else {
            // A link to nothing below a folder is nobody's document.
            guard isNamed else { return }
            let message =
                errno == EACCES
                ? "The file cannot be reached. Check that you may read its folder."
                : errno == ELOOP
                    ? "The name is a link that leads to itself. Check the link."
                    : "There is no file or folder of this name. Check the path."
            try fail(path, shardName, message, found)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try visit(path, status, rootLength: isNamed ? nil : path.count - shardName.count, found)
        case S_IFREG: if isNamed || InputPath.isPDF(path) { try emit(path, shardName, status, found) }
        default: if isNamed { try emit(path, shardName, status, found) }
        }
    }

    /// - Parameter rootLength: Length of the path of the folder that the user named, with its slash; nil for itself.
    private mutating func visit(_ folder: [UInt8], _ status: stat, rootLength: Int?, _ found: Finder) throws {
        guard visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else { return }
        guard let listing = Self.withCString(folder, { opendir($0) })
        else {
            let name = folder.dropFirst(min(rootLength ?? folder.count, folder.count))
            try fail(folder, name, "The folder cannot be listed. Check that you may read it.", found)
            return
        }
        var folders: [[UInt8]] = []
        let root = rootLength ?? InputPath.joined(folder, []).count
        do {
            defer { closedir(listing) }
            while let entry = readdir(listing) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
                guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
                let kind = Int32(entry.pointee.d_type)
                let path = InputPath.joined(folder, name)
                if kind == Int32(DT_REG) {
                    if InputPath.isPDF(path) { try look(path, shardName: path[root...], isNamed: false, found) }
                } else if kind == Int32(DT_DIR) || kind == Int32(DT_LNK) || kind == Int32(DT_UNKNOWN) {
                    folders.append(path)
                }
            }
        }
        // Of two ways to one folder the first by name counts, on every file system.
        for path in folders.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            try look(path, shardName: path[root...], isNamed: false, found)
        }
    }

    private func emit(
        _ path: [UInt8], _ shardName: ArraySlice<UInt8>, _ status: stat, _ found: Finder
    ) throws {
        guard shard?.contains(shardName) ?? true else { return }
        let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        try found(FoundInput(path: path, stamp: FileStamp(size: Int64(status.st_size), modified: modified)))
    }

    private func fail(
        _ path: [UInt8], _ shardName: ArraySlice<UInt8>, _ message: String, _ found: Finder
    ) throws {
        guard shard?.contains(shardName) ?? true else { return }
        try found(FoundInput(path: path, fault: DocumentFault(stage: .open, code: .unreadable, message: message)))
    }

    private static func status(_ path: [UInt8]) -> stat? {
        var status = stat()
        return withCString(path) { stat($0, &status) } == 0 ? status : nil
    }

    private static func withCString<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        // The zero at the end makes sure that there is a first byte.
        (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { body($0.baseAddress!) }
    }

    private static func matches(_ pattern: [UInt8]) -> [[UInt8]] {
        var result = glob_t()
        defer { globfree(&result) }
        guard withCString(pattern, { glob($0, 0, nil, &result) }) == 0 else { return [] }
        return (0..<Int(result.gl_pathc)).compactMap { index in
            result.gl_pathv[index].map { Array(String(cString: $0).utf8) }
        }
    }
}
