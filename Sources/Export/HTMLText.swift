extension String {
    /// The text for HTML content and quoted attributes.
    package var htmlEscaped: String {
        var out = String.UnicodeScalarView()
        out.reserveCapacity(unicodeScalars.count)
        for scalar in unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            // HTML has no other control characters.
            case "\u{0}"..."\u{8}", "\u{B}"..."\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}": out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// The same with line ends as `<br>`.
    package var htmlLines: String {
        htmlEscaped.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
    }
}
