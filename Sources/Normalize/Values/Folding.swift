internal import PageModel

/// Returns the text with full-width and look-alike signs folded, for reading only: what is printed stays as it is.
///
/// Full-width forms, small forms and odd spaces become ASCII, ≧ ⩾ ≦ ⩽ ═ and the pairs `>=` `<=` become ≥ ≤ =.
/// Compatibility units (㎡ ℃), superscripts and circled digits stay.
public func folded(_ text: String) -> String {
    String(joining: FoldedText(text, droppingSpace: false).scalars)
}

/// Returns the key under which a label or header is looked up: folded, without white space, brackets as `()`, no colon
/// at the end.
public func labelKey(_ label: String) -> String {
    var scalars = FoldedText(label, droppingSpace: true).scalars
    scalars.removeAll(where: \.isBlank)
    for index in scalars.indices {
        switch scalars[index] {
        case "〔", "[", "【", "{": scalars[index] = "("
        case "〕", "]", "】", "}": scalars[index] = ")"
        default: break
        }
    }
    while scalars.last == ":" { scalars.removeLast() }
    return String(joining: scalars)
}

/// A text's folded scalars beside the printed ones that they were read from.
struct FoldedText {
    private(set) var scalars: [Unicode.Scalar] = []
    /// As long as `scalars`: what stands on the page in each place.
    private(set) var printed: [Unicode.Scalar] = []

    /// - Parameter droppingSpace: Leave white space out, except between two digits, where it parts two numbers.
    init(_ text: String, droppingSpace: Bool) {
        let count = text.utf8.count
        scalars.reserveCapacity(count)
        printed.reserveCapacity(count)
        var pendingSpace = false
        for original in text.unicodeScalars {
            guard let scalar = Self.folded(original) else { continue }
            if droppingSpace, scalar.isBlank {
                pendingSpace = true
                continue
            }
            if pendingSpace {
                if let last = scalars.last, last.isDigit, scalar.isDigit { append(" ", printed: " ") }
                pendingSpace = false
            }
            if scalar == "=", joinsComparator() { continue }
            append(scalar, printed: original)
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, printed original: Unicode.Scalar) {
        scalars.append(scalar)
        printed.append(original)
    }

    /// Turns a `>` or `<` at the end, with spaces behind it or not, into ≥ or ≤.
    private mutating func joinsComparator() -> Bool {
        guard let index = scalars.lastIndex(where: { !$0.isBlank }) else { return false }
        let joined: Unicode.Scalar
        switch scalars[index] {
        case ">": joined = "≥"
        case "<": joined = "≤"
        default: return false
        }
        scalars.removeSubrange(index...)
        printed.removeSubrange(index...)
        append(joined, printed: joined)
        return true
    }

    /// The scalar folded, nil for one that shows nothing (zero-width space, byte order mark).
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        if value < 0x80 { return scalar }
        switch value {
        case 0xFF01...0xFF5E: return scalar.narrow
        case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F: return " "
        case 0x200B...0x200D, 0x2060, 0xFEFF: return nil
        case 0x2267, 0x2A7E: return "≥"
        case 0x2266, 0x2A7D: return "≤"
        case 0x2550: return "="
        case 0x2212: return "-"
        case 0x2236: return ":"
        case 0x223C: return "~"
        case 0xFFE0...0xFFE6: return fullWidthSigns[Int(value - 0xFFE0)]
        case 0xFE50...0xFE6B: return smallForms[Int(value - 0xFE50)]
        default: return scalar
        }
    }

    private static let fullWidthSigns: [Unicode.Scalar] = ["¢", "£", "¬", "¯", "¦", "¥", "₩"]

    /// U+FE50…FE6B; the two unassigned places stand as spaces.
    private static let smallForms: [Unicode.Scalar] = [
        ",", "、", ".", " ", ";", ":", "?", "!", "—", "(", ")", "{", "}", "〔", "〕", "#", "&", "*", "+", "-", "<", ">",
        "=",
        " ", "\\", "$", "%", "@",
    ]
}
