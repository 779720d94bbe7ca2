internal import Foundation
internal import Glibc
internal import PDFText
internal import Pipeline
internal import ScanReading

/// Looks at what the program finds on a machine.
public struct Doctor {
    /// One thing that was looked at.
    public struct Finding: Hashable, Sendable {
        public enum Verdict: String, Hashable, Sendable {
            case good
            /// Works, with less.
            case warning
            /// Something will not work.
            case bad
        }

        public var name: String
        public var text: String
        public var verdict: Verdict

        public init(_ name: String, _ text: String, _ verdict: Verdict = .good) {
            self.name = name
            self.text = text
            self.verdict = verdict
        }
    }

    private let program: String

    /// - Parameter program: The path of zhibiao, which is started as a worker to try its sandbox.
    public init(program: String) { self.program = program }

    public func findings() -> [Finding] {
        [
            Finding("zhibiao", zhibiaoVersion), Finding("kernel", Self.kernel), landlock, calls, trial,
            Finding("poppler", LibraryVersions.poppler), popplerData, Finding("qpdf", LibraryVersions.qpdf), reader,
        ]
    }

    private static var kernel: String {
        var name = utsname()
        uname(&name)
        return withUnsafePointer(to: &name.release) {
            $0.withMemoryRebound(to: CChar.self, capacity: 65) { String(cString: $0) }
        }
    }

    private var landlock: Finding {
        let version = Sandbox.landlockVersion
        guard version > 0 else {
            return Finding(
                "landlock", "not in this kernel, or switched off: files are kept from workers by seccomp alone",
                .warning)
        }
        return Finding("landlock", "version \(version)" + (version < 4 ? ", without network rules (4)" : ""))
    }

    private var calls: Finding {
        Sandbox.kernelFiltersCalls
            ? Finding("seccomp", "filters system calls")
            : Finding("seccomp", "not in this kernel, or not for this processor: sockets are not refused", .warning)
    }

    /// What a worker could do when it tried.
    private var trial: Finding {
        guard let probe = try? probe() else {
            return Finding("sandbox", "no worker could be started to try it", .bad)
        }
        let open = [
            probe.wrote ? "write files" : nil, probe.openedSocket ? "open sockets" : nil,
            probe.startedProgram ? "start programs" : nil, probe.startedProcess ? "start processes" : nil,
            probe.traced ? "trace processes" : nil,
        ].compactMap { $0 }
        return open.isEmpty
            ? Finding("sandbox", "a worker was refused files, sockets, programs, processes and tracing")
            : Finding("sandbox", "a worker was able to \(open.joined(separator: ", "))", .warning)
    }

    /// Has a worker try what it must not do.
    package func probe() throws -> SandboxProbe? {
        let setup = WorkerSetup(conversion: ConversionSettings(), memory: 0)
        let worker = try WorkerProcess(program: program, setup: setup)
        defer { _ = worker.end() }
        let folder = FileManager.default.temporaryDirectory.path
        guard worker.send(Frame(.probe, Array(folder.utf8))) else { return nil }
        let end = monotonicSeconds() + 10
        var buffer = [UInt8](repeating: 0, count: 4096)
        while monotonicSeconds() < end {
            var waiting = pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 1000) > 0 else { continue }
            guard buffer.withUnsafeMutableBytes({ worker.fill($0) }) else { return nil }
            while let frame = try worker.next() {
                if frame.kind == .probe { return SandboxProbe(jsonBytes: frame.payload) }
            }
        }
        return nil
    }

    /// What `--ocr-engine auto` takes.
    private var reader: Finding {
        do throws(OCRError) {
            let name = try RecognizerFactory.make(.auto).name
            guard name.hasPrefix("tesseract") else { return Finding("scans", "are read by \(name)") }
            return Finding(
                "scans", "are read by \(name); scripts/install-ocr installs ppocr, which errs less and is faster",
                .warning)
        } catch {
            return Finding("scans", error.message, .warning)
        }
    }

    private var popplerData: Finding {
        PopplerData.isInstalled
            ? Finding("poppler-data", "installed")
            : Finding(
                "poppler-data", "missing: text in fonts that are not embedded is garbage. apt-get install poppler-data",
                .bad)
    }
}
