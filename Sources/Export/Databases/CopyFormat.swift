internal import Normalize

/// The text format of PostgreSQL's COPY.
enum CopyFormat {
    /// A row as a line.
    static func line(_ row: ResultRow) -> String {
        row.map { $0.plainText.map(escaped) ?? "\\N" }.joined(separator: "\t") + "\n"
    }

    /// PostgreSQL has no text with a zero byte: the sign for an unknown character stands for it.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": out.append(contentsOf: "\\n".unicodeScalars)
            case "\r": out.append(contentsOf: "\\r".unicodeScalars)
            case "\t": out.append(contentsOf: "\\t".unicodeScalars)
            case "\0": out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
