/// Paths as bytes: file systems know no encoding.
enum InputPath {
    /// How a path stands in the results: as it is, or with `\xHH` for each byte that is no UTF-8. A backslash that
    /// would look like the beginning of one becomes `\x5C`, so that two paths never have one name.
    static func name(of path: [UInt8]) -> String {
        if let text = String(validating: path, as: UTF8.self), !hasEscape(path) { return text }
        var out = ""
        var rest = path[...]
        while let first = rest.first {
            let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            if first == UInt8(ascii: "\\"), hasEscape(Array(rest.prefix(4))) {
                out += "\\x5C"
                rest = rest.dropFirst()
            } else if let text = String(validating: rest.prefix(length), as: UTF8.self) {
                out += text
                rest = rest.dropFirst(length)
            } else {
                let digits = String(first, radix: 16, uppercase: true)
                out += "\\x" + (digits.count < 2 ? "0" : "") + digits
                rest = rest.dropFirst()
            }
        }
        return out
    }

    /// Whether `\xHH` stands in the path itself.
    private static func hasEscape(_ path: [UInt8]) -> Bool {
        guard path.count >= 4 else { return false }
        func isHexadecimal(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }
        return (0...(path.count - 4)).contains { start in
            path[start] == UInt8(ascii: "\\") && path[start + 1] == UInt8(ascii: "x") && isHexadecimal(path[start + 2])
                && isHexadecimal(path[start + 3])
        }
    }

    /// The endings of what is looked for in folders: PDFs and pictures.
    private static let endings = ["pdf", "jpg", "jpeg", "png", "tif", "tiff"]

    /// Whether the name has the ending of a document, in any case.
    static func isDocument(_ path: [UInt8]) -> Bool {
        guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let ending = String(decoding: path[(dot + 1)...], as: UTF8.self).lowercased()
        return endings.contains(ending)
    }

    static func joined(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
        folder.last == UInt8(ascii: "/") ? folder + name : folder + [UInt8(ascii: "/")] + name
    }
}
