internal import CSandbox
internal import Export
internal import Glibc
internal import Normalize
internal import PDFText
internal import PageModel
internal import Pipeline
internal import Review
internal import ScanReading
internal import TableRecon

/// The other end of a run: reads one document after another for the process that started it.
///
/// It starts with its connections on the descriptors 3 and 4, reads its setup, gives up all rights that it does not need
/// and then takes orders until the connection ends. It opens no document: each comes as a descriptor.
package struct Worker {
    private let pipe = WorkerPipe(input: 3, output: 4)
    private let job: WorkerJob
    private let isEager: Bool
    private let options: ConvertOptions
    private let reader: PageReader
    private let corrections: Corrections?
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
        guard let (first, program) = try pipe.receive() else { return nil }
        guard first.kind == .setup, let setup = WorkerSetup(jsonBytes: first.payload) else {
            throw FrameError(message: "no setup")
        }
        var options = try setup.conversion.options()
        if case .tables(let method, let marks) = setup.job {
            options.tables.method = method
            options.tables.marks = marks
        }
        (self.options, job, isEager) = (options, setup.job, setup.isEager)
        reader = PageReader(options: options, program: program)
        corrections = try setup.conversion.corrections.map { try Corrections($0) }
        self.faults = faults.flatMap { Faults($0) }
        // In the sandbox no limit can be changed any more.
        guard zb_limits(setup.memory, Self.stack) == 0 else { throw FrameError(message: "no limits") }
        let sandbox = Sandbox.enter(reading: SandboxPaths(for: options))
        try pipe.send(Frame(.ready, Array(String(sandbox.rawValue).utf8)))
    }

    /// Is a worker in a process that was copied for it, to its end.
    static func live(parent: Int32) -> Never {
        WorkerEnvironment.wipeOthers()
        let faults = getenv("ZHIBIAO_FAULTS").map { String(cString: $0) }
        do {
            try Worker(parent: parent, faults: faults)?.run()
        } catch {
            _exit(EXIT_FAILURE)
        }
        _exit(EXIT_SUCCESS)
    }

    /// Takes orders until the connection ends.
    package func run() throws {
        while let (frame, descriptor) = try pipe.receive() {
            defer { if let descriptor { close(descriptor) } }
            switch frame.kind {
            case .document:
                guard let descriptor, let order = WorkerOrder(payload: frame.payload) else {
                    throw FrameError(message: "no order")
                }
                try read(order, descriptor)
            case .probe:
                guard let order = ProbeOrder(jsonBytes: frame.payload) else { throw FrameError(message: "no order") }
                try pipe.send(Frame(.tried, SandboxProbe(order).jsonBytes))
            default: throw FrameError(message: "a message out of order")
            }
        }
    }

    private func read(_ order: WorkerOrder, _ descriptor: Int32) throws {
        let input = InputFile.opened(descriptor: descriptor, name: order.name, sha256: order.sha256)
        let fault = faults?.fault(of: order.sha256)
        switch job {
        case .records, .evidence: try convert(input, order, fault)
        case .tables, .runs: try readPages(input, order, fault)
        case .inspection: try inspect(input, fault)
        }
    }

    /// Tells where the worker is, and has the fault that a test put there.
    private func begin(_ stage: Failure.Stage, _ page: Int, _ fault: (kind: Faults.Kind, page: Int)?) throws {
        try pipe.send(Frame(.page, WorkerPlace(stage: stage, page: page).payload))
        guard stage == .text, let fault, fault.page == page else { return }
        Faults.commit(fault.kind, pipe: pipe.output)
    }

    private func convert(_ input: InputFile, _ order: WorkerOrder, _ fault: (kind: Faults.Kind, page: Int)?) throws {
        var lines = DocumentLines(givesEvidence: job == .evidence)
        let watch = ConversionWatch(begins: { stage, page in try begin(stage, page, fault) })
        let converter = DocumentConverter(options: options, reader: reader)
        var review = CorrectionRun(
            corrections?.corrections(of: order.sha256) ?? [], dictionary: options.dictionary)
        var removed = 0
        var result = try converter.convert(input, skippedPages: order.skippedPages, watch: watch) {
            form, document, ordinal in
            let reviewed = review.reviewed(form, in: document, ordinal: ordinal)
            removed += form.indicators.count - reviewed.indicators.count
            lines.add(reviewed, in: document, ordinal: ordinal)
            if lines.count >= chunk || isEager { try pipe.send(lines: lines.take()) }
        }
        try pipe.hold(lines: lines.take())
        result.indicators -= removed
        result.add(review.refusal, of: input)
        var outcome = DocumentOutcome(result)
        // In the sandbox a program cannot be started again: the next worker has another one.
        outcome.isLast = result.hasLostProgram
        try pipe.send(Frame(.done, outcome.payload))
    }

    /// Sends the tables or the runs of a document page by page.
    private func readPages(_ input: InputFile, _ order: WorkerOrder, _ fault: (kind: Faults.Kind, page: Int)?) throws {
        var outcome = DocumentOutcome()
        do throws(PDFError) {
            let document = try SourceDocument(
                file: input.read(), name: order.name, password: options.password, settings: options.text)
            var pages = PageSequence(document, options: options, reader: reader, skippedPages: order.skippedPages)
            while let number = pages.nextNumber {
                do throws(PDFError) {
                    sent { try begin(.text, number, fault) }
                    let page = try pages.read()
                    outcome.pages += 1
                    sent { try begin(.normalize, number, nil) }
                    let layout = job == .runs ? nil : pages.layout(of: page)
                    sent { try send(page, layout) }
                } catch {
                    sent { try send(problem: error.message, isLoss: true) }
                }
            }
        } catch {
            outcome.failures = [DocumentFault(stage: .open, code: .init(error), message: error.message)]
        }
        try pipe.send(Frame(.done, outcome.payload))
    }

    /// Does something that only fails when the run is gone, and this process with it.
    private func sent(_ body: () throws -> Void) {
        do { try body() } catch { exit(EXIT_FAILURE) }
    }

    private func send(_ page: PageContent, _ layout: PageLayout?) throws {
        var lines = DocumentLines()
        if let layout {
            for table in layout.tablesOnPage { lines.add(table.json(file: ""), as: .table) }
        } else {
            for run in page.runs { lines.add(run.json(file: "", page: page), as: .run) }
        }
        try pipe.send(lines: lines.take())
        for note in page.notes where note.code.isLoss {
            try send(problem: "Page \(page.number): \(note.message)", isLoss: note.code == .ocrFailed)
        }
    }

    private func send(problem: String, isLoss: Bool) throws {
        try pipe.send(Frame(.problem, DocumentProblem(problem, isLoss: isLoss).jsonBytes))
    }

    private func inspect(_ input: InputFile, _ fault: (kind: Faults.Kind, page: Int)?) throws {
        var outcome = DocumentOutcome()
        let inspector = DocumentInspector(options: options, reader: reader)
        do {
            let problems = try inspector.inspect(
                input, begins: { page in try begin(.text, page, fault) }, write: { try pipe.send(markup: $0) })
            for problem in problems { try send(problem: problem, isLoss: true) }
        } catch let error as PDFError {
            outcome.failures = [DocumentFault(stage: .open, code: .init(error), message: error.message)]
        }
        try pipe.send(Frame(.done, outcome.payload))
    }
}
