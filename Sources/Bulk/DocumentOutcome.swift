internal import Foundation
package import Pipeline

/// What a document gave, as counted by its worker.
package struct DocumentOutcome: Codable, Hashable, Sendable {
    package var pages = 0
    package var forms = 0
    package var indicators = 0
    package var failures: [DocumentFault] = []
    /// Nil when the file could not be read.
    package var sha256: String?
    /// The worker takes no other document.
    package var isLast = false

    package init() {}

    package init(_ result: DocumentResult) {
        pages = result.pages
        forms = result.forms
        indicators = result.indicators
        failures = result.failures.map { DocumentFault($0) }
        sha256 = result.sha256
    }
}

/// A failure without the name of its file: the same content may be there under several names.
package struct DocumentFault: Codable, Hashable, Sendable {
    package var stage: Failure.Stage
    package var code: Failure.Code
    package var message: String

    package init(stage: Failure.Stage, code: Failure.Code, message: String) {
        self.stage = stage
        self.code = code
        self.message = message
    }

    init(_ failure: Failure) {
        self.init(stage: failure.stage, code: failure.code, message: failure.message)
    }

    func failure(of file: String, sha256: String?) -> Failure {
        Failure(file: file, sha256: sha256, stage: stage, code: code, message: message)
    }
}
