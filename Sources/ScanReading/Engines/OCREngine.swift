internal import PageImage
internal import PageModel

/// What reads text from pictures, as users name it.
public enum OCREngine: Sendable, Hashable, Codable {
    /// PP-OCR where it is installed, else Tesseract.
    case auto
    /// The PP-OCRv6 models, and PP-OCRv4 for a second opinion, run in process by OpenVINO.
    case ppocr
    /// Tesseract with its data for simplified Chinese, in process.
    case tesseract
    /// Another program that speaks JSON Lines, with its arguments; see docs/ocr-engines.md.
    case command(String)

    /// - Parameter argument: `auto`, `ppocr`, `tesseract` or `command:PROGRAM ARGUMENTS`; nil for anything else.
    public init?(argument: String) {
        switch argument {
        case "auto": self = .auto
        case "ppocr": self = .ppocr
        case "tesseract": self = .tesseract
        default:
            let prefix = "command:"
            guard argument.hasPrefix(prefix) else { return nil }
            let line = argument.dropFirst(prefix.count)
            guard line.contains(where: { $0 != " " }) else { return nil }
            self = .command(String(line))
        }
    }
}
