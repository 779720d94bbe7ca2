internal import Glibc
internal import Pipeline

/// Goes through what a user names and hands out inputs one by one; holds nothing but the folders on its way.
struct InputWalker {
    let shard: Shard?
    let own: OwnFiles
    let excluded: ExcludedNames
    /// Nanoseconds since 1970: files that were touched later are still being written, and are passed by; nil for none.
    let settled: Int64?
    private(set) var leftAside = LeftAside()
    /// Folders that were visited, by device and number, so that loops of links end.
    private var visited: Set<FileIdentity> = []

    init(
        shard: Shard? = nil, own: OwnFiles = OwnFiles(), excluded: [[UInt8]] = [], settled: Int64? = nil
    ) {
        self.shard = shard
        self.own = own
        self.excluded = ExcludedNames(patterns: excluded)
        self.settled = settled
    }

    private static let nanoseconds: Int64 = 1_000_000_000

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
        guard !excluded.contains(shardName) else { return }
        guard let status = Self.status(path) else {
            let number = errno
            if !isNamed, number == ENOENT || number == ELOOP {
                // A link to nothing, or to itself, below a folder is nobody's document.
                leftAside.add(path)
                return
            }
            try fail(path, shardName, Self.reason(number), found)
            return
        }
        let isDocument = InputPath.isDocument(path)
        if isNamed, own.contains(path: path) {
            let message = "The file is one of this run's results. Name other inputs, or another folder with --out."
            try fail(path, shardName, message, found)
            return
        }
        if isNamed || isDocument, own.contains(status) {
            // By a link: it would be written over.
            throw OwnFiles.link(to: InputPath.name(of: path))
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try visit(path, status, rootLength: isNamed ? nil : path.count - shardName.count, found)
        case S_IFREG where isNamed || isDocument: try emit(path, shardName, status, found)
        case S_IFREG: leftAside.add(path)
        default: if isNamed { try emit(path, shardName, status, found) } else { leftAside.add(path) }
        }
    }

    /// Why something cannot be looked at, and what to do.
    private static func reason(_ number: Int32) -> String {
        switch number {
        case EACCES: "The file cannot be reached. Check that you may read its folder."
        case ELOOP: "The name is a link that leads to itself. Check the link."
        case ENAMETOOLONG: "The path is too long for the system. Name a folder further down, or shorten the names."
        case ENOENT, ENOTDIR: "There is no file or folder of this name. Check the path."
        default: "The file cannot be reached: \(String(cString: strerror(number))). Check the disk."
        }
    }

    /// - Parameter rootLength: Length of the path of the folder that the user named, with its slash; nil for itself.
    private mutating func visit(_ folder: [UInt8], _ status: stat, rootLength: Int?, _ found: Finder) throws {
        guard visited.insert(FileIdentity(status)).inserted else { return }
        let name = folder.dropFirst(min(rootLength ?? folder.count, folder.count))
        guard let listing = withCString(folder, { opendir($0) })
        else {
            let message =
                errno == ENAMETOOLONG
                ? Self.reason(errno) : "The folder cannot be listed. Check that you may read it."
            try fail(folder, name, message, found)
            return
        }
        var folders: [[UInt8]] = []
        let root = rootLength ?? InputPath.joined(folder, []).count
        do {
            defer { closedir(listing) }
            while true {
                // Only this tells an error from the end.
                errno = 0
                guard let entry = readdir(listing) else { break }
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
                guard name != [0x2E], name != [0x2E, 0x2E], !own.contains(name: name, in: status) else { continue }
                let kind = Int32(entry.pointee.d_type)
                let path = InputPath.joined(folder, name)
                if kind == Int32(DT_REG) {
                    if InputPath.isDocument(path) {
                        try look(path, shardName: path[root...], isNamed: false, found)
                    } else if !excluded.contains(path[root...]) {
                        leftAside.add(path)
                    }
                } else if kind == Int32(DT_DIR) || kind == Int32(DT_LNK) || kind == Int32(DT_UNKNOWN) {
                    folders.append(path)
                } else {
                    leftAside.add(path)
                }
            }
            if errno != 0 {
                let reason = String(cString: strerror(errno))
                try fail(folder, name, "The folder was listed only in part: \(reason). Run it again.", found)
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
        // Whatever a program does to a file, and whatever time it gives it, changes this time.
        let touched = Int64(status.st_ctim.tv_sec) * Self.nanoseconds + Int64(status.st_ctim.tv_nsec)
        if let settled, touched > settled { return }
        let modified = Int64(status.st_mtim.tv_sec) * Self.nanoseconds + Int64(status.st_mtim.tv_nsec)
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

    private static func matches(_ pattern: [UInt8]) -> [[UInt8]] {
        var result = glob_t()
        defer { globfree(&result) }
        guard withCString(pattern, { glob($0, 0, nil, &result) }) == 0 else { return [] }
        return (0..<Int(result.gl_pathc)).compactMap { index in
            result.gl_pathv[index].map { Array(String(cString: $0).utf8) }
        }
    }
}
