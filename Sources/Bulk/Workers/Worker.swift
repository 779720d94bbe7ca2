internal import CSandbox
internal import Glibc
internal import Normalize
internal import Pipeline

/// The other end of a run: converts one document after another for the process that started it.
///
/// It starts with its pipes on the descriptors 3 and 4, reads its setup, gives up all rights that it does not need and
/// then takes orders until the pipe ends. It never writes to files.
package struct Worker {
    private let pipe = WorkerPipe(input: 3, output: 4)
    private let converter: DocumentConverter
    private let faults: Faults?
    /// So many bytes of lines go into one message.
    private let chunk = 1 << 18
    private static let stack: UInt64 = 16 << 20

    /// Sets the process up.
    ///
    /// - Parameters:
    ///   - parent: The process that started this one; when it ends, so does this one.
    ///   - faults: The text of `ZHIBIAO_FAULTS`.
    /// - Returns: Nil when there is nothing to do: the run is gone.
    package init?(parent: Int32, faults: String?) throws {
        guard zb_die_with_parent(parent) == 0 else { return nil }
        signal(SIGPIPE, SIG_IGN)
        zb_keep_pipes()
        guard let first = try pipe.receive() else { return nil }
        guard first.kind == .setup, let setup = WorkerSetup(jsonBytes: first.payload) else {
            throw FrameError(message: "no setup")
        }
        converter = DocumentConverter(options: try setup.conversion.options())
        self.faults = faults.flatMap { Faults($0) }
        // A program that reads scans is the user's own and works outside of the sandbox.
        let sandbox = Sandbox.enter(hasProgram: converter.startProgram())
        guard zb_limits(setup.memory, Self.stack) == 0 else { throw FrameError(message: "no limits") }
        try pipe.send(Frame(.ready, Array(String(sandbox.rawValue).utf8)))
    }

    /// Takes orders until the pipe ends.
    package func run() throws {
        while let frame = try pipe.receive() {
            switch frame.kind {
            case .document:
                guard let order = WorkerOrder(payload: frame.payload) else { throw FrameError(message: "no order") }
                try convert(order)
            case .probe:
                let folder = String(decoding: frame.payload, as: UTF8.self)
                try pipe.send(Frame(.probe, SandboxProbe(after: [], folder: folder).jsonBytes))
            default: throw FrameError(message: "a message out of order")
            }
        }
    }

    private func convert(_ order: WorkerOrder) throws {
        var lines = DocumentLines()
        var fault: (kind: Faults.Kind, page: Int)?
        let watch = ConversionWatch(
            wants: { [pipe, faults] sha256 in
                try pipe.send(Frame(.hashed, Array(sha256.utf8)))
                guard let answer = try pipe.receive() else { throw FrameError(message: "no answer") }
                guard answer.kind == .convert else { return false }
                fault = faults?.fault(of: sha256)
                return true
            },
            begins: { [pipe] stage, page in
                try pipe.send(Frame(.page, WorkerPlace(stage: stage, page: page).payload))
                guard stage == .text, let fault, fault.page == page else { return }
                Faults.commit(fault.kind, pipe: pipe.output)
            })
        let input = InputFile.bytes(path: order.path, name: "")
        let result = try converter.convert(input, skippedPages: order.skippedPages, watch: watch) {
            form, document, ordinal in
            lines.add(form, in: document, ordinal: ordinal)
            if lines.count >= chunk { try pipe.send(lines: lines.take()) }
        }
        if lines.count > 0 { try pipe.send(lines: lines.take()) }
        var outcome = DocumentOutcome(result)
        // In the sandbox a program cannot be started again: the next worker does it.
        outcome.isLast = result.hasLostProgram
        try pipe.send(Frame(.done, outcome.jsonBytes))
    }
}
