/// Why a file could not be read as a PDF.
public struct PDFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable names; they stand in `failures.jsonl`.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The file cannot be opened or read at all: missing, no permission, a folder.
        case unreadable = "unreadable"
        /// Zero bytes.
        case emptyFile = "empty_file"
        /// No PDF header and nothing that opens as a PDF.
        case notPDF = "not_pdf"
        /// Needs a password that was not given or is wrong.
        case encrypted = "encrypted"
        /// Starts like a PDF but cannot be opened, or a page of it cannot.
        case damaged = "damaged"
    }

    public var code: Code
    /// One sentence for the user: what is wrong and what to do.
    public var message: String
    /// The page that it concerns, from 1; nil for the whole file.
    public var page: Int?

    public init(_ code: Code, _ message: String, page: Int? = nil) {
        self.code = code
        self.message = message
        self.page = page
    }

    public var description: String { message }
}
