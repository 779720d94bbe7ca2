public import Normalize
package import PDFText

/// One line of `failures.jsonl`: what went wrong with one input. The other inputs are not affected.
public struct Failure: Hashable, Sendable {
    /// Where in the run it happened.
    public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        case open
        case text
        case normalize
    }

    /// The closed list of codes.
    public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
        case unreadable
        case emptyFile = "empty_file"
        case notPDF = "not_pdf"
        case encrypted
        case damaged
        /// Pages without text: pictures that nothing has read.
        case noText = "no_text"
        case noForm = "no_form"
        /// A page without a form whose drawing was too large or in part unreadable.
        case drawingTruncated = "drawing_truncated"
        /// A page without a form whose drawing operators could not be read.
        case drawingUnreadable = "drawing_unreadable"
        /// Corrections that speak of another reading of the document than this one.
        case correctionStale = "correction_stale"
        /// The program came down over the document, or over a page of it.
        case crashed
        case timedOut = "timed_out"
        case outOfMemory = "out_of_memory"
    }

    public var file: String
    /// Of the content; nil when it could not be read.
    public var sha256: String?
    public var stage: Stage
    public var code: Code
    public var message: String

    public init(file: String, sha256: String?, stage: Stage, code: Code, message: String) {
        self.file = file
        self.sha256 = sha256
        self.stage = stage
        self.code = code
        self.message = message
    }

    init(_ error: PDFError, file: String, sha256: String?, stage: Stage) {
        self.init(file: file, sha256: sha256, stage: stage, code: Code(error), message: error.message)
    }

    public var json: JSONValue {
        .object([
            "file": .string(file), "sha256": .string(orNull: sha256), "stage": .string(stage.rawValue),
            "code": .string(code.rawValue), "message": .string(message),
        ])
    }
}

extension Failure.Code {
    package init(_ error: PDFError) {
        self =
            switch error.code {
            case .unreadable: .unreadable
            case .emptyFile: .emptyFile
            case .notPDF: .notPDF
            case .encrypted: .encrypted
            case .damaged: .damaged
            }
    }

    /// Whether a document that was converted in part may do better another time: with higher limits, or with an engine
    /// that reads scans.
    package var maySucceedLater: Bool {
        switch self {
        case .crashed, .timedOut, .outOfMemory, .noText: true
        case .unreadable, .emptyFile, .notPDF, .encrypted, .damaged, .noForm, .drawingTruncated, .drawingUnreadable,
            .correctionStale:
            false
        }
    }
}
