internal import Glibc
internal import Pipeline

/// The files of a run in its output folder: never inputs, wherever the folder lies and by whatever way they are met.
struct OwnFiles {
    private let folder: FileIdentity?
    /// What the results are written to, links followed.
    private let targets: Set<FileIdentity>

    /// None.
    init() { (folder, targets) = (nil, []) }

    /// - Parameter output: Is there already.
    init(output: String) {
        folder = FileIdentity(path: output)
        let names = OutputFolder.Stream.allCases.map { "\($0.rawValue).jsonl" } + ["ledger.sqlite", ".lock"]
        targets = Set(names.compactMap { FileIdentity(path: "\(output)/\($0)") })
    }

    func contains(_ status: stat) -> Bool { !targets.isEmpty && targets.contains(FileIdentity(status)) }

    /// Makes sure that files that are read beside the documents are not written over, which a link would do.
    ///
    /// - Throws: `UsageError` when one of them is a file of the run.
    func check(isNone files: [InputFile]) throws {
        for file in files {
            guard let identity = file.identity, targets.contains(identity) else { continue }
            throw Self.link(to: file.name)
        }
    }

    /// Why a run does not begin.
    static func link(to name: String) -> UsageError {
        UsageError(
            "\(name) is an input, and a link in the folder of the results leads to it. "
                + "Remove the link, or choose another folder with --out.")
    }

    /// Whether a name in a folder is one that a run gives to its files.
    func contains(name: [UInt8], in status: stat) -> Bool {
        guard let folder, folder == FileIdentity(status) else { return false }
        return Self.isOwn(String(decoding: name, as: UTF8.self))
    }

    /// The same for a path that a user names.
    func contains(path: [UInt8]) -> Bool {
        guard let folder else { return false }
        let cut = path.lastIndex(of: UInt8(ascii: "/"))
        let parent = cut.map { Array(path[...$0]) } ?? Array("./".utf8)
        var status = stat()
        guard withCString(parent, { stat($0, &status) }) == 0, folder == FileIdentity(status) else { return false }
        return Self.isOwn(String(decoding: path[(cut.map { $0 + 1 } ?? 0)...], as: UTF8.self))
    }

    private static func isOwn(_ name: String) -> Bool {
        name == "parts" || name == ".lock" || name == Spool.name || name.hasPrefix("ledger.sqlite")
            || OutputFolder.Stream.allCases.contains { stream in
                name == "\(stream.rawValue).jsonl" || name == ".\(stream.rawValue).jsonl.partial"
            }
    }
}
