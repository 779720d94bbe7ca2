internal import PageImage
internal import PageModel

/// Why no text could be read from pictures.
public struct OCRError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable names, kept when the wording of messages changes.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The engine, its models or its languages are not on this computer.
        case missing = "ocr_missing"
        /// The engine is there but does not start, or breaks off.
        case failed = "ocr_failed"
        /// The engine did not answer in time.
        case timeout = "ocr_timeout"
    }

    public var code: Code
    /// Plain sentences for the user: what failed and what to do.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
