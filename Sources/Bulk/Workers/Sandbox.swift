internal import CSandbox
internal import Glibc
internal import PDFText
package import Pipeline
internal import ScanReading

/// What a process has given up the right to.
package struct Sandbox: OptionSet, Hashable, Sendable {
    package let rawValue: Int32

    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Landlock: nothing but what reading documents needs can be read, and no file or folder written, made or removed.
    package static let files = Sandbox(rawValue: Int32(ZB_FILES))
    /// Landlock: no TCP.
    package static let network = Sandbox(rawValue: Int32(ZB_NETWORK))
    /// Landlock: nothing reaches processes outside.
    package static let scope = Sandbox(rawValue: Int32(ZB_SCOPE))
    /// A filter of system calls: those of a list, no others.
    package static let calls = Sandbox(rawValue: Int32(ZB_CALLS))
    /// No file can grow.
    package static let fileSize = Sandbox(rawValue: Int32(ZB_NO_FILE_GROWS))
    /// No capabilities.
    package static let rights = Sandbox(rawValue: Int32(ZB_NO_RIGHTS))
    /// Was the root user's, and is nobody's.
    package static let otherUser = Sandbox(rawValue: Int32(ZB_OTHER_USER))

    /// Landlock: no file can be emptied or cut off.
    package static let contents = Sandbox(rawValue: Int32(ZB_CONTENTS))

    /// The value as a worker sends it: its digits. Nil for anything else.
    init?(text: [UInt8]) {
        guard let value = Int32(String(decoding: text, as: UTF8.self)), value >= 0 else { return nil }
        self.init(rawValue: value)
    }

    /// What makes the sandbox whole. The rest doubles some of it.
    package static let whole: Sandbox = [.files, .calls, .fileSize, .rights]

    /// Enters the sandbox, as far as the kernel has one. There is no way out.
    package static func enter(reading paths: SandboxPaths) -> Sandbox {
        let texts = paths.paths.map { ($0.isNeeded, strdup($0.path)) }
        defer { for (_, text) in texts { free(text) } }
        let list = texts.map { zb_path(path: $1, is_needed: $0 ? 1 : 0) }
        return Sandbox(rawValue: list.withUnsafeBufferPointer { zb_sandbox($0.baseAddress, $0.count) })
    }

    /// The kernel's version of Landlock; 0 for none.
    package static var landlockVersion: Int { Int(zb_landlock_abi()) }

    package static var kernelFiltersCalls: Bool { zb_has_seccomp() != 0 }

    /// What a worker can do that it should not, in words; empty for a whole sandbox.
    package var gaps: [String] {
        var gaps: [String] = []
        if !contains(.files), !contains(.calls) { gaps.append("change every file that you may change") }
        if !contains(.files) { gaps.append("read every file that you may read (no Landlock, Linux 5.13)") }
        if contains(.files), !contains(.calls), !contains(.contents) {
            gaps.append("empty every file that you may change (Landlock before version 3, Linux 6.2)")
        }
        if !contains(.calls) {
            gaps.append("open sockets, start programs and send signals (no seccomp filters, or not for this processor)")
        }
        if !contains(.rights) { gaps.append("use capabilities of the root user") }
        if !contains(.fileSize) { gaps.append("make files grow") }
        return gaps
    }

    /// A sentence about the gaps; nil for a whole sandbox.
    package var warning: String? {
        gaps.isEmpty
            ? nil
            : "The sandbox is not whole on this system: a document that takes the reader over could "
                + "\(gaps.joined(separator: "; ")). See zhibiao doctor and docs/security.md."
    }
}

/// The files that stay readable in the sandbox.
package struct SandboxPaths: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        var path: String
        /// Where another user could not read it, the root user is not given up.
        var isNeeded: Bool
    }

    let paths: [Entry]

    /// What reading with these options needs.
    package init(for options: ConvertOptions) {
        let engine = options.ocr == .never ? [] : EngineFiles.paths(for: options.engine)
        paths =
            (LibraryFiles.paths + engine).map { Entry(path: $0, isNeeded: true) }
            + (LibraryFiles.caches + Self.ownProcess).map { Entry(path: $0, isNeeded: false) }
    }

    /// What libraries ask of their own process: which stack a thread has, how many processors it may use.
    private static let ownProcess = ["maps", "status", "stat", "cgroup", "mountinfo", "cpuset"].map {
        "/proc/self/\($0)"
    }
}

/// What a worker is asked to try.
struct ProbeOrder: Codable, Sendable {
    /// Holds a file `victim`.
    var folder: String
    /// The run.
    var parent: Int32
}

/// What of the forbidden things went through when a worker tried them.
package struct SandboxProbe: Codable, Hashable, Sendable {
    package var sandbox: Int32 = 0
    /// The names of what went through.
    package var open: [String] = []

    /// All that is tried, in order.
    package static var names: [String] { (0..<Int32(ZB_PROBES)).map { String(cString: zb_probe_name($0)) } }

    /// Tries everything in the process that calls it, which must be one to throw away.
    init(_ order: ProbeOrder) {
        open = (0..<Int32(ZB_PROBES)).filter { zb_probe($0, order.folder, order.parent) != 0 }
            .map { String(cString: zb_probe_name($0)) }
    }
}
