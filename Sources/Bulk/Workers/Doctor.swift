internal import Foundation
internal import Glibc
internal import PDFText
internal import Pipeline
public import ScanReading

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
    /// Of the worker that is tried: with `never` it needs no engine's files.
    private let ocr: OCRMode

    /// - Parameter program: The path of zhibiao, which is started as a worker to try its sandbox.
    public init(program: String, ocr: OCRMode = .auto) {
        self.program = program
        self.ocr = ocr
    }

    public func findings() -> [Finding] {
        [
            Finding("zhibiao", zhibiaoVersion), Finding("kernel", Self.kernel), landlock, calls,
        ] + trial + [
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
                "landlock", "not in this kernel, or switched off: workers can read every file that you can", .warning)
        }
        return Finding("landlock", "version \(version)")
    }

    private var calls: Finding {
        Sandbox.kernelFiltersCalls
            ? Finding("seccomp", "filters system calls")
            : Finding("seccomp", "not in this kernel, or not for this processor", .warning)
    }

    /// What a worker could do when it tried, and what of the sandbox is missing.
    private var trial: [Finding] {
        guard let probe = try? probe() else {
            return [Finding("sandbox", "no worker could be started to try it", .bad)]
        }
        let names = SandboxProbe.names
        let sandbox = Sandbox(rawValue: probe.sandbox)
        let user =
            getuid() != 0
            ? [] : [Finding("user", sandbox.contains(.otherUser) ? "root is given up" : "root, without its rights")]
        guard !probe.open.isEmpty || !sandbox.gaps.isEmpty else {
            return user + [Finding("sandbox", "a worker tried \(names.count) things and was refused all")]
        }
        return user
            + [
                Finding(
                    "sandbox", "a worker tried \(names.count) things and could: \(probe.open.joined(separator: ", "))",
                    .warning)
            ] + sandbox.gaps.map { Finding("sandbox", "a document that takes a worker over could \($0)", .warning) }
    }

    /// Whether the sandbox is whole on this machine.
    public static func isWhole(_ findings: [Finding]) -> Bool {
        !findings.contains { $0.name == "sandbox" && $0.verdict != .good }
    }

    /// Has a worker try what it must not do.
    package func probe() throws -> SandboxProbe? {
        let folder = FileManager.default.temporaryDirectory.path + "/zhibiao-probe-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // So that only the sandbox can be what refuses, whoever the worker's user is.
        chmod(folder, 0o777)
        _ = FileManager.default.createFile(atPath: folder + "/victim", contents: Data("victim".utf8))
        chmod(folder + "/victim", 0o666)
        return try probe(in: folder)
    }

    private func probe(in folder: String) throws -> SandboxProbe? {
        var conversion = ConversionSettings()
        conversion.ocr = ocr
        let worker = try WorkerProcess(.program(program), setup: WorkerSetup(conversion: conversion, memory: 0))
        defer { _ = worker.end() }
        worker.send(Frame(.probe, ProbeOrder(folder: folder, parent: getpid()).jsonBytes))
        let end = monotonicSeconds() + 10
        var sandbox: Sandbox?
        var buffer = [UInt8](repeating: 0, count: 4096)
        while monotonicSeconds() < end {
            var waiting = pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 1000) > 0 else { continue }
            guard buffer.withUnsafeMutableBytes({ worker.fill($0) }) else { return nil }
            while let frame = try worker.next() {
                if frame.kind == .ready { sandbox = Sandbox(text: frame.payload) }
                guard frame.kind == .tried, var probe = SandboxProbe(jsonBytes: frame.payload) else { continue }
                probe.sandbox = sandbox?.rawValue ?? 0
                return probe
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
