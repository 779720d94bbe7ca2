internal import PageModel

/// Puts figures right that were misread from a picture, where the reading breaks the grammar of numbers.
enum FigureRepair {
    /// The figure that a cell holds but for letters in the digits' place, full-width separators and specks around it.
    ///
    /// - Parameters:
    ///   - text: The cell as read.
    ///   - joinsDigits: Whether white space may stand inside the figure: in columns of plain numbers.
    /// - Returns: Nil where the text reads as a number as it is, or does not after the repair either.
    static func mended(_ text: String, joinsDigits: Bool) -> String? {
        guard text.utf8.count <= 40, ValueGrammar.number(text) == nil || hasLetters(text) else { return nil }
        var scalars = withDigits(Array(text.unicodeScalars))
        trimSpecks(&scalars)
        // "1 0", never two numbers beside each other: points have three digits at most.
        if joinsDigits, scalars.count(where: \.isDigit) <= 3 { scalars.removeAll(where: \.isBlank) }
        guard scalars.contains(where: \.isDigit) else { return nil }
        let result = String(joining: scalars)
        return result != text && ValueGrammar.number(result) != nil ? result : nil
    }

    /// Whether a letter stands in a digit's place, which the grammar would take for a unit: "1O".
    static func hasLetters(_ text: String) -> Bool {
        let source = Array(text.unicodeScalars)
        return zip(source, withDigits(source)).contains { ($0.isLatin || $0 == "〇" || $0 == "|") && $1.isDigit }
    }

    /// Letters between or beside digits as the digits they look like, separators inside a figure as ASCII.
    static func withDigits(_ source: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var scalars = source
        for index in scalars.indices {
            let before = index > 0 ? scalars[index - 1] : " "
            let after = index + 1 < scalars.count ? source[index + 1] : " "
            switch scalars[index] {
            case "O", "o", "〇":
                // "1O0", "1O%": never the letter of a word.
                if before.isFigurePart, after.isNought || !after.isLatin { scalars[index] = "0" }
            case "l", "I", "|":
                if before.isDigit, after.isDigit { scalars[index] = "1" }
            case "，", ",":
                if before.isDigit, after.isDigit { scalars[index] = "," }
            case "。", "·", "．":
                if before.isDigit, after.isDigit { scalars[index] = "." }
            default: break
            }
        }
        return scalars
    }

    /// Cuts dots, quotes and bars off both ends.
    static func trimSpecks(_ scalars: inout [Unicode.Scalar]) {
        while let last = scalars.last, specks.contains(last) || last.isBlank { scalars.removeLast() }
        while let first = scalars.first, specks.contains(first) || first.isBlank {
            // ".62" has lost a digit, which nobody knows.
            if scalars.count > 1, scalars[1].isDigit, first == "." || first == "," { break }
            scalars.removeFirst()
        }
    }

    /// No minus sign among them: "-5" may be meant.
    private static let specks: Set<Unicode.Scalar> = [
        "'", "\"", "`", "´", "‘", "’", "“", "”", ".", ",", "·", "•", "。", "、", "，", "_", "|", "^", "!", "*", ";", "°",
        "\\", "¨", "…", ":",
    ]
}

extension Unicode.Scalar {
    fileprivate var isNought: Bool { self == "O" || self == "o" || self == "〇" }

    fileprivate var isFigurePart: Bool { isDigit || self == "." || self == "," }
}
