internal import Pipeline

/// Comma-separated values after RFC 4180, in UTF-8: the only place that knows their quoting.
public struct CSVWriter: Hashable, Sendable {
    /// Whether a text that a spreadsheet would run as a formula gets an apostrophe in front.
    public var guardsFormulas: Bool

    public init(guardsFormulas: Bool = true) { self.guardsFormulas = guardsFormulas }

    /// A record with its line end.
    public func line(_ fields: [String]) -> String {
        let line = fields.map(field).joined(separator: ",")
        // A blank record of a single field must not look like the end of a table.
        return (line.isEmpty ? "\"\"" : line) + "\r\n"
    }

    /// Quoted where a comma, a quotation mark or a line end asks for it.
    ///
    /// By scalars: with a combining accent behind it a quotation mark is another character, and would end the field.
    func field(_ text: String) -> String {
        let text = guardsFormulas && Self.isFormula(text) ? "'" + text : text
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        var out = String.UnicodeScalarView()
        out.append("\"")
        for scalar in text.unicodeScalars {
            if scalar == "\"" { out.append(scalar) }
            out.append(scalar)
        }
        out.append("\"")
        return String(out)
    }

    /// Whether a spreadsheet would run the text. A signed number is none, nor is a dash for "nothing".
    static func isFormula(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return false }
        return !scalars.allSatisfy { $0 == "-" } && !isNumber(scalars)
    }

    /// Such as -5, +1,234.50 or -3.5%.
    private static func isNumber(_ scalars: String.UnicodeScalarView) -> Bool {
        var rest = scalars.dropFirst()
        if rest.last == "%" { rest = rest.dropLast() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
        guard scalars.first == "-" || scalars.first == "+", let whole = parts.first?.first, isDigit(whole) else {
            return false
        }
        return parts[0].allSatisfy { isDigit($0) || $0 == "," } && (parts.count < 2 || parts[1].allSatisfy(isDigit))
    }
}
