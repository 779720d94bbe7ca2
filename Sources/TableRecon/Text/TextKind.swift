internal import PageModel

/// What a piece of text is, as far as its characters tell.
enum TextKind {
    /// A figure with its sign, unit mark or footnote mark.
    case number
    /// A mark that stands for a missing or zero figure.
    case placeholder
    case text

    init(_ scalars: [Unicode.Scalar]) {
        var digits = 0
        var letters = 0
        var count = 0
        for scalar in scalars where scalar != " " {
            count += 1
            if scalar.isDigit {
                digits += 1
            } else if scalar.isIdeograph || (scalar.isCJK ? scalar.properties.isAlphabetic : scalar.isWordCharacter) {
                letters += 1
            }
        }
        let startsWithDigit = scalars.first { !"(-+±<>≤≥$€£".unicodeScalars.contains($0) }?.isDigit ?? false
        if digits > 0, letters <= 1 && (digits > letters || startsWithDigit) || letters * 3 <= digits {
            self = .number
        } else if digits == 0, count <= 4, TextKind.isMark(scalars) || TextKind.isNotAvailable(scalars) {
            self = .placeholder
        } else {
            self = .text
        }
    }

    private static func isMark(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.allSatisfy { " -–—−*.…:/xX×✓√○●$%#(+)".unicodeScalars.contains($0) }
            && scalars.contains { !"()".unicodeScalars.contains($0) }
    }

    private static func isNotAvailable(_ scalars: [Unicode.Scalar]) -> Bool {
        // Nearly all short texts are Chinese and have none.
        guard scalars.contains(where: \.isWordCharacter) else { return false }
        let letters = String(joining: scalars.filter(\.isWordCharacter)).lowercased()
        return ["na", "nd", "x", "nil", "nr"].contains(letters)
    }

}
