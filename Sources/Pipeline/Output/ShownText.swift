extension String {
    /// The text for a terminal or a log: what would move the cursor, end the line, or turn the order of characters
    /// around stands as an escape.
    public var shown: String {
        guard unicodeScalars.contains(where: \.isHiddenControl) else { return self }
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isHiddenControl {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let escape = scalar.value < 0x100 ? "\\x" + (digits.count < 2 ? "0" : "") + digits : "\\u{\(digits)}"
                out.append(contentsOf: escape.unicodeScalars)
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }

    /// The same for a text of several lines, which stay lines.
    public var shownByLine: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).shown }.joined(separator: "\n")
    }

    /// JSON with such characters as escapes of JSON; outside of strings it has none.
    package var shownJSON: String {
        guard unicodeScalars.contains(where: \.isHiddenControl) else { return self }
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            guard scalar.isHiddenControl, scalar.value < 0x10000 else {
                out.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16)
            out.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
        }
        return String(out)
    }
}

extension Unicode.Scalar {
    /// Controls, ends of lines and paragraphs, and marks of the direction of text.
    fileprivate var isHiddenControl: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
