internal import Glibc
internal import Pipeline

/// Keeps two runs out of one folder. The kernel lets go of it whatever becomes of the process.
final class FolderLock {
    private let descriptor: Int32

    init(folder: String) throws(OutputError) {
        descriptor = open("\(folder)/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw OutputError(
                description: "Nothing can be written to \(folder) (\(String(cString: strerror(errno)))). "
                    + "Choose a folder that you may write to with --out.")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw OutputError(
                description: "Another run is writing to \(folder). Wait for it, or choose another folder with --out.")
        }
    }

    /// Whether a run is writing to the folder at this moment.
    static func isHeld(_ folder: String) -> Bool {
        let descriptor = open("\(folder)/.lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }
}
