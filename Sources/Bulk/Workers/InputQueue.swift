internal import PDFText
internal import Pipeline

/// Opens and hashes the inputs of a journal ahead of the workers, and keeps those aside whose content is known.
final class InputQueue {
    private let journal: RunJournal
    private var current: OpenInput?
    private var ready: [DocumentTask] = []
    private var isExhausted = false
    /// So much is hashed between two looks at the workers.
    private let piece = 1 << 21
    private let buffer: UnsafeMutableRawBufferPointer

    init(_ journal: RunJournal) {
        self.journal = journal
        buffer = .allocate(byteCount: piece, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Documents that wait for a worker.
    var count: Int { ready.count }

    /// Whether everything has been handed out.
    var isEmpty: Bool { isExhausted && ready.isEmpty }

    /// The next document; nil when none is prepared.
    func take() -> DocumentTask? { ready.isEmpty ? nil : ready.removeFirst() }

    /// Does one piece of work: opens an input, or hashes a part of it.
    func advance() throws(OutputError) {
        guard !isExhausted else { return }
        if current == nil { try openNext() }
        guard let input = current else { return }
        let hashed = Result { () throws(PDFError) in try input.advance(buffer) }
        switch hashed {
        case .success(nil): return
        case .success(let sha256?):
            current = nil
            try finish(input, sha256)
        case .failure(let error):
            current = nil
            try fail(input.path, error)
        }
    }

    private func openNext() throws(OutputError) {
        guard let pending = try journal.next() else {
            isExhausted = true
            return
        }
        do throws(PDFError) {
            current = try OpenInput(journal.source(of: pending.path), path: pending.path)
        } catch {
            try fail(pending.path, error)
        }
    }

    private func finish(_ input: OpenInput, _ sha256: String) throws(OutputError) {
        if try journal.claim(sha256) {
            ready.append(DocumentTask(input: input, sha256: sha256))
        } else {
            try journal.finish(input.path, sameAs: sha256)
        }
    }

    private func fail(_ path: [UInt8], _ error: PDFError) throws(OutputError) {
        let fault = DocumentFault(stage: .open, code: .init(error), message: error.message)
        try journal.finish(path, unreadable: fault)
    }
}
