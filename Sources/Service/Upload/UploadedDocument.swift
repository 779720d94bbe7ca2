/// A document that a client has sent, on the disk.
struct UploadedDocument: Sendable {
    let file: NamelessFile
    /// As it stands in the results: the last part of the name that the client gave.
    let name: String

    /// In bytes of UTF-8.
    private static let longestName = 255
    static let standardName = "document.pdf"

    /// What is shown of a name: no folders, no control characters. It is never the name of a file here.
    static func shownName(_ name: String?) -> String {
        let last = (name ?? "").split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let clean = String(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
        let isUsable = !clean.isEmpty && clean != "." && clean != ".." && clean.utf8.count <= longestName
        return isUsable ? clean : standardName
    }
}
