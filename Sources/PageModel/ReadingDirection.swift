/// Puts the characters of a line that hold right-to-left writing, as they stand from left to right, into the order in which
/// they are read.
///
/// A short form of the Unicode bidirectional algorithm, backwards: figures and words of left-to-right scripts keep their
/// order, brackets in right-to-left text change sides.
package struct ReadingDirection {
    private enum Kind {
        case right
        case left
        case digit
        /// Stands with the figure beside it.
        case figureSign
        case neutral
    }

    /// The characters in the order of reading; text without right-to-left letters comes back unchanged.
    ///
    /// - Complexity: O(n).
    package static func logical(_ scalars: String.UnicodeScalarView) -> String.UnicodeScalarView {
        guard scalars.contains(where: \.isRightToLeft) else { return scalars }
        let line = Array(scalars)
        let kinds = line.map(kind)
        var ordered = String.UnicodeScalarView()
        if kinds.count(where: { $0 == .right }) >= kinds.count(where: { $0 == .left }) {
            ordered.append(contentsOf: reversed(line[...], kinds))
            return ordered
        }
        var index = 0
        while index < line.count {
            guard kinds[index] == .right else {
                ordered.append(line[index])
                index += 1
                continue
            }
            let end = kinds[index...].firstIndex(of: .left) ?? line.count
            let last = kinds[index..<end].lastIndex(of: .right) ?? index
            ordered.append(contentsOf: reversed(line[index...last], kinds))
            index = last + 1
        }
        return ordered
    }

    /// The characters of a right-to-left word as they stand from left to right.
    package static func visual(_ word: String.UnicodeScalarView) -> String.UnicodeScalarView {
        var ordered = String.UnicodeScalarView()
        let line = Array(word)
        ordered.append(contentsOf: reversed(line[...], line.map(kind)))
        return ordered
    }

    /// Right-to-left text turned round, figures and left-to-right words in it kept.
    private static func reversed(_ part: ArraySlice<Unicode.Scalar>, _ kinds: [Kind]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var end = part.endIndex
        while end > part.startIndex {
            let start = startOfLeftToRight(endingAt: end, within: part, kinds)
            if start < end {
                result += part[start..<end]
                end = start
            } else {
                result.append(mirrored[part[end - 1]] ?? part[end - 1])
                end -= 1
            }
        }
        return result
    }

    /// Where the left-to-right words or figures begin that end before `end`; `end` where there are none.
    private static func startOfLeftToRight(
        endingAt end: Int, within part: ArraySlice<Unicode.Scalar>, _ kinds: [Kind]
    ) -> Int {
        var start = end
        var index = end - 1
        while index >= part.startIndex, kinds[index] != .right {
            let startsHere = kinds[index] == .left || kinds[index] == .digit
            let signOfFigure =
                kinds[index] == .figureSign
                && (index + 1 < end && kinds[index + 1] == .digit
                    || index > part.startIndex && kinds[index - 1] == .digit)
            if startsHere || signOfFigure {
                start = index
            } else if start == end {
                // Blanks and points at the end belong to what comes after.
                return end
            }
            index -= 1
        }
        return start
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        if scalar.properties.numericType != nil { return .digit }
        if scalar.isRightToLeft { return .right }
        if scalar.properties.isAlphabetic { return .left }
        return "%‰+-−$€£¥₪".unicodeScalars.contains(scalar) ? .figureSign : .neutral
    }

    private static let mirrored: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»", "»": "«",
    ]
}

extension Unicode.Scalar {
    /// A letter or mark of Hebrew, Arabic and their like.
    package var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: properties.numericType == nil
        default: false
        }
    }
}
