internal import Foundation
package import Pipeline

/// What a document gave, as counted by its worker.
package struct DocumentOutcome: Hashable, Sendable {
    package var pages = 0
    package var forms = 0
    package var indicators = 0
    package var failures: [DocumentFault] = []
    /// The worker takes no other document.
    package var isLast = false

    /// More than any document has that is not made to have them; the run takes no more.
    private static let mostFailures = 10_000

    package init() {}

    package init(_ result: DocumentResult) {
        pages = result.pages
        forms = result.forms
        indicators = result.indicators
        failures = result.failures.prefix(Self.mostFailures).map { DocumentFault($0) }
    }

    /// As a worker sends it: three figures of 32 bits, a byte that is 1 for the last, and the failures as JSON, or nothing
    /// for none.
    package var payload: [UInt8] {
        var out: [UInt8] = []
        for figure in [pages, forms, indicators] { out.append(littleEndian: UInt32(clamping: figure)) }
        out.append(isLast ? 1 : 0)
        return failures.isEmpty ? out : out + failures.jsonBytes
    }

    private static let headSize = 13

    package init?(payload: [UInt8]) {
        guard payload.count >= Self.headSize, payload[Self.headSize - 1] <= 1 else { return nil }
        pages = Int(payload.littleEndian(at: 0))
        forms = Int(payload.littleEndian(at: 4))
        indicators = Int(payload.littleEndian(at: 8))
        isLast = payload[Self.headSize - 1] == 1
        guard payload.count > Self.headSize else { return }
        guard let failures = [DocumentFault](jsonBytes: Array(payload[Self.headSize...])) else { return nil }
        self.failures = failures
    }
}

extension DocumentResult {
    /// Adds a line about corrections that were not applied.
    mutating func add(_ refusal: String?, of input: InputFile) {
        failures += [refusal].compactMap { $0 }.map { message in
            Failure(
                file: input.name, sha256: sha256, stage: .normalize, code: .correctionStale, message: message)
        }
    }
}

/// A failure without the name of its file: the same content may be there under several names.
package struct DocumentFault: Codable, Hashable, Sendable {
    package var stage: Failure.Stage
    package var code: Failure.Code
    package var message: String

    /// In characters.
    private static let longestMessage = 8000

    package init(stage: Failure.Stage, code: Failure.Code, message: String) {
        self.stage = stage
        self.code = code
        self.message = message
    }

    init(_ failure: Failure) {
        // A list of thousands of pages may be cut.
        self.init(
            stage: failure.stage, code: failure.code, message: String(failure.message.prefix(Self.longestMessage)))
    }

    func failure(of file: String, sha256: String?) -> Failure {
        Failure(file: file, sha256: sha256, stage: stage, code: code, message: message)
    }
}
