/// Searches that compare byte by byte. The words of forms have one spelling in Unicode; the standard library heeds
/// canonically equal ones too and takes many times as long.
extension StringProtocol {
    /// Whether `part` stands somewhere in the text.
    func holds(_ part: String) -> Bool {
        guard let first = part.utf8.first else { return true }
        var rest = utf8[...]
        while let index = rest.firstIndex(of: first) {
            rest = rest[index...]
            if rest.starts(with: part.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// Whether the text ends with `part`.
    func closes(with part: String) -> Bool { utf8.reversed().starts(with: part.utf8.reversed()) }
}
